import { describe, expect, test } from "vitest";

import { Currency } from "@/lib/domain/currency";
import { parseIssuerAmount } from "@/lib/domain/money";
import { Month } from "@/lib/domain/month";

import {
  columnDecimals,
  formatAmount,
  formatDateTime,
  formatMoney,
  formatMonth,
  formatShortMonth,
  formatTime,
  timeZoneNames,
} from "./format";

function amount(text: string, code = "GTQ") {
  const parsed = parseIssuerAmount(text, Currency.parse(code));
  if (!parsed.ok) throw new Error(`${text} is no amount`);
  return parsed.value;
}

describe("an amount", () => {
  test.each([
    ["19.99", "GTQ", "GTQ\u00A019.99"],
    ["0.07", "GTQ", "GTQ\u00A00.07"],
    ["1234.56", "USD", "USD\u00A01,234.56"],
    ["0", "GTQ", "GTQ\u00A00.00"],
    ["1500", "CLP", "CLP\u00A01,500"],
    ["1.5", "KWD", "KWD\u00A01.500"],
    ["10.1234", "GTQ", "GTQ\u00A010.1234"],
    ["999999999999.9999", "GTQ", "GTQ\u00A0999,999,999,999.9999"],
    ["-50", "GTQ", "GTQ\u00A0\u221250.00"],
    // Three that Intl by itself gives no decimals, and ISO 4217 gives two.
    ["3", "COP", "COP\u00A03.00"],
    ["3", "HUF", "HUF\u00A03.00"],
    ["3", "IDR", "IDR\u00A03.00"],
  ])("of %s %s reads %s in both languages", (text, code, expected) => {
    expect(formatMoney("es", amount(text, code))).toBe(expected);
    expect(formatMoney("en", amount(text, code))).toBe(expected);
  });

  test("shows its sign, in U+2212, only as asked", () => {
    expect(formatAmount("es", amount("50"), "always")).toBe("+50.00");
    expect(formatAmount("es", amount("-50"), "always")).toBe("\u221250.00");
    expect(formatAmount("es", amount("-50"), "never")).toBe("50.00");
    expect(formatAmount("es", amount("0"), "always")).toBe("0.00");
  });
});

describe("a time", () => {
  const zone = "America/Guatemala";

  test("is shown in the desk's zone on a 24-hour clock", () => {
    expect(formatDateTime("en", zone, "2026-04-19T04:05:09Z")).toBe("18 Apr 2026, 22:05");
    expect(formatDateTime("es", zone, "2026-04-19T04:05:09Z", "seconds")).toBe(
      "18 abr 2026, 22:05:09",
    );
  });

  test("after midnight begins with 00, not 24", () => {
    expect(formatTime("en", zone, "2026-04-19T06:05:00Z")).toBe("00:05");
  });

  test("names its zone by place and offset", () => {
    expect(timeZoneNames("es", zone, "2026-04-19T04:05:09Z")).toEqual({
      place: "Guatemala",
      offset: "GMT-6",
    });
  });
});

test("a month is a title in both languages, and short within a line", () => {
  const month = Month.parse("2026-04");
  expect(formatMonth("en", month)).toBe("April 2026");
  expect(formatMonth("es", month)).toBe("Abril de 2026");
  expect(formatShortMonth("en", month)).toBe("Apr 2026");
  expect(formatShortMonth("es", month)).toBe("abr 2026");
});

test("a column is as wide after the point as its finest amount", () => {
  expect(columnDecimals([amount("1"), amount("1.125"), amount("2", "CLP")])).toBe(3);
  expect(columnDecimals([amount("2", "CLP")])).toBe(0);
  expect(columnDecimals([])).toBe(0);
});
