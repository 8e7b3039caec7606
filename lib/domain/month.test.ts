import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addMonths, dayOf, feedMonthsBetween, Month, monthOf } from "./month";
import { monthParts } from "./month-parts";

const GUATEMALA = "America/Guatemala";
const at = (iso: string) => new Date(iso);
const anyMonth = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => Month.parse(`${year}-${String(month).padStart(2, "0")}`));

describe("a month", () => {
  it.each(["2026-04", "2000-01", "2099-12"])("is %s", (text) => {
    expect(Month.safeParse(text).success).toBe(true);
  });

  it.each([
    "2026-00",
    "2026-13",
    "2026-4",
    "26-04",
    "1899-12",
    "2100-01",
    "2026-04-01",
    " 2026-04",
    "2026-04\n",
    "2026/04",
    "２０２６-04",
    "",
  ])("is not %j", (text) => {
    expect(Month.safeParse(text).success).toBe(false);
  });

  it("has its year and its number", () => {
    expect(monthParts(Month.parse("2026-04"))).toEqual({ year: 2026, month: 4 });
  });
});

describe("adding months", () => {
  it.each([
    ["2026-12", 1, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-04", 0, "2026-04"],
    ["2026-04", 12, "2027-04"],
    ["2026-04", -16, "2024-12"],
  ])("%s and %i is %s", (month, count, expected) => {
    expect(addMonths(Month.parse(month), count)).toBe(expected);
  });

  it("is undone by taking as many away, and keeps the order of time", () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 300 }), (month, count) => {
        fc.pre(monthParts(month).year + Math.ceil(count / 12) < 2099);
        const later = addMonths(month, count);
        expect(addMonths(later, -count)).toBe(month);
        expect(later > month).toBe(true);
      }),
    );
  });

  it("throws beyond the years that a month can have, and never gives a wrong one", () => {
    expect(() => addMonths(Month.parse("2099-12"), 1)).toThrow();
    expect(() => addMonths(Month.parse("1900-01"), -1)).toThrow();
  });
});

describe("the day and month of an instant", () => {
  it("are the calendar's of the zone, not of UTC", () => {
    // 18:30 in Guatemala on the last day of April is half past midnight of May in UTC.
    const evening = at("2026-05-01T00:30:00Z");
    expect(monthOf(evening, GUATEMALA)).toBe("2026-04");
    expect(dayOf(evening, GUATEMALA)).toBe("2026-04-30");
    expect(monthOf(evening, "UTC")).toBe("2026-05");
  });

  it("change at midnight of the zone", () => {
    expect(dayOf(at("2026-04-18T05:59:59.999Z"), GUATEMALA)).toBe("2026-04-17");
    expect(dayOf(at("2026-04-18T06:00:00.000Z"), GUATEMALA)).toBe("2026-04-18");
  });
});

describe("the months of the feed between two instants", () => {
  it.each([
    ["mid-month", "2026-04-15T12:00:00Z", "2026-04-15T13:00:00Z", ["2026-04"]],
    [
      "18:30 in Guatemala on the last day",
      "2026-05-01T00:30:00Z",
      "2026-05-01T00:31:00Z",
      ["2026-04", "2026-05"],
    ],
    [
      "the last minute of April in UTC",
      "2026-04-30T23:59:00Z",
      "2026-05-01T00:01:00Z",
      ["2026-04", "2026-05"],
    ],
    [
      "the first hours of May in Guatemala",
      "2026-05-01T06:30:00Z",
      "2026-05-01T06:31:00Z",
      ["2026-04", "2026-05"],
    ],
    [
      "the turn of the year",
      "2027-01-01T03:00:00Z",
      "2027-01-01T03:01:00Z",
      ["2026-12", "2027-01"],
    ],
    [
      "an operation that took a month",
      "2026-04-15T12:00:00Z",
      "2026-06-15T12:00:00Z",
      ["2026-04", "2026-05", "2026-06"],
    ],
  ])("cover %s", (_, from, to, expected) => {
    expect(feedMonthsBetween(at(from), at(to))).toEqual(expected);
  });

  it("hold the instant's month in every time zone of the earth", () => {
    const instants = fc.date({
      min: at("2001-01-01T00:00:00Z"),
      max: at("2098-12-01T00:00:00Z"),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      "UTC",
      GUATEMALA,
      "Pacific/Kiritimati",
      "Etc/GMT+12",
      "Asia/Tokyo",
    );
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        expect(feedMonthsBetween(instant, instant)).toContain(monthOf(instant, zone));
      }),
    );
  });
});
