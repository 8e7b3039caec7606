import { CHANNELS } from "@/lib/domain/operation";
import type { Reader } from "@/lib/i18n/reader";

/** A channel as the form offers it ("Mobile"); one that somebody named stays as it is sent ("KIOSK"). */
export function channelInWords({ t }: Pick<Reader, "t">, channel: string): string {
  const known = CHANNELS.find((one) => one === channel);
  return known === undefined ? channel : t(`funds.channels.${known}`);
}
