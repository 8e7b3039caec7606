import { minorUnitsOf } from "@/lib/domain/minor-units";
import { toDecimal } from "@/lib/domain/money";
import type { Money } from "@/lib/domain/money";
import { monthParts } from "@/lib/domain/month-parts";
import type { Month } from "@/lib/domain/month";

import { INTL_TAGS } from "./locale";
import type { Locale } from "./locale";

export const MINUS = "\u2212";
const NO_BREAK_SPACE = "\u00A0";

/** `always` writes + or −, `never` leaves the sign to the words beside it. */
export type SignDisplay = "negative" | "always" | "never";

/** An amount in the pieces that a column aligns: "−", "1,234", ".50". */
export interface AmountParts {
  readonly sign: "" | "+" | typeof MINUS;
  readonly integer: string;
  /** With its point; empty for a currency without minor units. */
  readonly fraction: string;
}

/**
 * The pieces of an amount. Exact: the decimal text goes to `Intl` as text, with the decimals of our
 * own currency table, more only where the amount has them. Zero has no sign.
 */
export function amountParts(
  locale: Locale,
  amount: Money,
  signDisplay: SignDisplay = "negative",
): AmountParts {
  const decimal = toDecimal(amount).replace("-", "");
  if (!isNumeric(decimal)) throw new Error("A decimal of the domain is numeric.");
  const digits = Math.max(minorUnitsOf(amount.currency), decimal.split(".")[1]?.length ?? 0);
  const parts = numberFormat(locale, digits).formatToParts(decimal);
  const point = parts.findIndex((part) => part.type === "decimal");
  const text = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map((part) => part.value)
      .join("");
  return {
    sign: signOf(amount.units, signDisplay),
    integer: point < 0 ? text(0) : text(0, point),
    fraction: point < 0 ? "" : text(point),
  };
}

/** "1,234.50", "−0.07": without the currency, for where it stands beside or above. */
export function formatAmount(locale: Locale, amount: Money, signDisplay?: SignDisplay): string {
  const { sign, integer, fraction } = amountParts(locale, amount, signDisplay);
  return sign + integer + fraction;
}

/** "GTQ 1,234.50", "GTQ −0.07": the code once, and a space that does not break. */
export function formatMoney(locale: Locale, amount: Money, signDisplay?: SignDisplay): string {
  return amount.currency + NO_BREAK_SPACE + formatAmount(locale, amount, signDisplay);
}

/** The most decimals that a column of amounts shows: what `Amount` takes as `columnDecimals`. */
export function columnDecimals(amounts: Iterable<Money>): number {
  let most = 0;
  for (const amount of amounts) {
    most = Math.max(most, toDecimal(amount).split(".")[1]?.length ?? 0);
  }
  return most;
}

/** "18 Apr 2026, 14:05" / "18 abr 2026, 14:05", with seconds when asked; in the desk's zone. */
export function formatDateTime(
  locale: Locale,
  timeZone: string,
  instant: Date | string,
  precision: "minutes" | "seconds" = "minutes",
): string {
  return `${formatDate(locale, timeZone, instant)}, ${formatTime(locale, timeZone, instant, precision)}`;
}

/** "18 Apr 2026" / "18 abr 2026": one order in both languages, the month in letters. */
export function formatDate(locale: Locale, timeZone: string, instant: Date | string): string {
  const parts = dateFormat(locale, timeZone, "date").formatToParts(new Date(instant));
  const part = (type: string) => parts.find((piece) => piece.type === type)?.value ?? "";
  // Some versions of the locale data put a point after the short month.
  return `${part("day")} ${part("month").replace(".", "")} ${part("year")}`;
}

/** "14:05" or "14:05:09", on a 24-hour clock in both languages. */
export function formatTime(
  locale: Locale,
  timeZone: string,
  instant: Date | string,
  precision: "minutes" | "seconds" = "minutes",
): string {
  return dateFormat(locale, timeZone, precision).format(new Date(instant));
}

/** What names the zone of a shown time: the place "Guatemala" and the offset "GMT-6". */
export function timeZoneNames(
  locale: Locale,
  timeZone: string,
  instant: Date | string,
): { readonly place: string; readonly offset: string } {
  const parts = dateFormat(locale, timeZone, "offset").formatToParts(new Date(instant));
  const offset = parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
  const place = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  return { place, offset };
}

/** "April 2026" / "Abril de 2026", as a title. */
export function formatMonth(locale: Locale, month: Month): string {
  const { year, month: number } = monthParts(month);
  const name = new Intl.DateTimeFormat(INTL_TAGS[locale], {
    month: "long",
    timeZone: "UTC",
  }).format(new Date(Date.UTC(year, number - 1, 15)));
  const title = name.charAt(0).toLocaleUpperCase(INTL_TAGS[locale]) + name.slice(1);
  return locale === "es" ? `${title} de ${year}` : `${title} ${year}`;
}

/** "Nov 2026" / "nov 2026": a month within a line of words. */
export function formatShortMonth(locale: Locale, month: Month): string {
  const { year, month: number } = monthParts(month);
  const date = new Date(Date.UTC(year, number - 1, 15));
  const parts = dateFormat(locale, "UTC", "date").formatToParts(date);
  const name = parts.find((part) => part.type === "month")?.value ?? "";
  return `${name.replace(".", "")} ${year}`;
}

/** "1,234": a count of things. */
export function formatCount(locale: Locale, count: number): string {
  return new Intl.NumberFormat(INTL_TAGS[locale]).format(count);
}

function signOf(units: bigint, signDisplay: SignDisplay): AmountParts["sign"] {
  if (signDisplay === "never" || units === 0n) return "";
  if (units < 0n) return MINUS;
  return signDisplay === "always" ? "+" : "";
}

function isNumeric(text: string): text is `${number}` {
  return /^\d+(?:\.\d+)?$/.test(text);
}

// Making a formatter costs a hundred times its use, and a month shows thousands of amounts.
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(INTL_TAGS[locale], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  numberFormats.set(key, made);
  return made;
}

const DATE_OPTIONS = {
  date: { day: "numeric", month: "short", year: "numeric" },
  minutes: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  seconds: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  offset: { timeZoneName: "shortOffset" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(
  locale: Locale,
  timeZone: string,
  kind: keyof typeof DATE_OPTIONS,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${kind}`;
  const known = dateFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(INTL_TAGS[locale], { ...DATE_OPTIONS[kind], timeZone });
  dateFormats.set(key, made);
  return made;
}
