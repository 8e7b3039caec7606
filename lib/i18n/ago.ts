import { INTL_TAGS } from "./locale";
import type { Locale } from "./locale";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "12 minutes ago" / "hace 12 minutos": how long ago something was, in its one unit that matters. */
export function formatAgo(locale: Locale, elapsedMs: number): string {
  const ms = Math.max(0, elapsedMs);
  const words = new Intl.RelativeTimeFormat(INTL_TAGS[locale]);
  const ago = (unitMs: number, unit: "second" | "minute" | "hour" | "day") =>
    words.format(-Math.floor(ms / unitMs), unit);
  if (ms < MINUTE_MS) return ago(SECOND_MS, "second");
  if (ms < HOUR_MS) return ago(MINUTE_MS, "minute");
  return ms < DAY_MS ? ago(HOUR_MS, "hour") : ago(DAY_MS, "day");
}
