import * as z from "zod/mini";

import { monthParts } from "./month-parts";

/** A calendar month, "2026-04". Pure integer arithmetic; no `Date`, no time zone. */
export const Month = z
  .string()
  .check(z.regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/, "month.format"))
  .brand<"Month">();
export type Month = z.infer<typeof Month>;

/** The month that lies `count` months after this one; before it when `count` is negative. */
export function addMonths(month: Month, count: number): Month {
  const parts = monthParts(month);
  const index = parts.year * 12 + (parts.month - 1) + count;
  const year = Math.floor(index / 12);
  return Month.parse(`${year}-${String((index % 12) + 1).padStart(2, "0")}`);
}

/** The month in which an instant lies on the calendar of `timeZone` (an IANA name). */
export function monthOf(instant: Date, timeZone: string): Month {
  return Month.parse(dayOf(instant, timeZone).slice(0, 7));
}

/** The calendar day of an instant in `timeZone`, "2026-04-18". */
export function dayOf(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/**
 * The months in which the issuer's feed may hold something that happened between two instants. The
 * zone of the issuer's months is unknown, so an instant within a day of a month's edge counts for
 * both sides.
 */
export function feedMonthsBetween(from: Date, to: Date): readonly Month[] {
  const dayMs = 86_400_000;
  const first = monthOf(new Date(from.getTime() - dayMs), "UTC");
  const last = monthOf(new Date(to.getTime() + dayMs), "UTC");
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}
