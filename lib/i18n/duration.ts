import { INTL_TAGS } from "./locale";
import type { Locale } from "./locale";

const NO_BREAK_SPACE = "\u00A0";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * "45 s", "12 min", "1 h 05 min", "2 d 4 h": how long something takes, in the two units that matter,
 * rounded down; nothing for what has not begun. The symbols are those of both languages.
 */
export function formatDuration(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  if (ms < MINUTE_MS) return written(ms, SECOND_MS, "s");
  if (ms < HOUR_MS) return written(ms, MINUTE_MS, "min");
  if (ms < DAY_MS) {
    // Two digits, so that a column of them keeps its width while the minutes go by.
    return `${written(ms, HOUR_MS, "h")}${NO_BREAK_SPACE}${written(ms % HOUR_MS, MINUTE_MS, "min", 2)}`;
  }
  return `${written(ms, DAY_MS, "d")}${NO_BREAK_SPACE}${written(ms % DAY_MS, HOUR_MS, "h")}`;
}

function written(ms: number, unitMs: number, symbol: string, digits = 1): string {
  return `${String(Math.floor(ms / unitMs)).padStart(digits, "0")}${NO_BREAK_SPACE}${symbol}`;
}

/** "0.3 s", "1,200.0 s": how long an answer took, to the tenth of a second. */
export function formatSeconds(locale: Locale, durationMs: number): string {
  const seconds = new Intl.NumberFormat(INTL_TAGS[locale], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(durationMs / SECOND_MS);
  return seconds + NO_BREAK_SPACE + "s";
}
