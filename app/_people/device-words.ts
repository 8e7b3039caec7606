import type { Device } from "@/lib/domain/device";
import type { Reader } from "@/lib/i18n/reader";

/** "Chrome 146 on Windows", as far as the browser says. */
export function deviceWords({ t }: Pick<Reader, "t">, { browser, system }: Device): string {
  if (browser !== null && system !== null) return t("sessions.device.both", { browser, system });
  return browser ?? system ?? t("sessions.device.unknown");
}
