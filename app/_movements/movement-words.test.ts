import { describe, expect, test } from "vitest";

import { Currency } from "@/lib/domain/currency";
import { money } from "@/lib/domain/money";
import type { Movement, MovementFilter } from "@/lib/domain/movement";
import { formatAmount } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { makeTranslator } from "@/lib/i18n/translator";

import { makeFilter, statusInWords, typeInWords } from "./movement-words";

function readerOf(locale: "es" | "en"): Reader {
  const timeZone = "America/Guatemala";
  return { locale, timeZone, t: makeTranslator(locale, timeZone) };
}

function movement(changes: Partial<Movement> = {}): Movement {
  return {
    id: "1",
    at: "2026-04-19T04:05:09.000Z",
    type: "posPurchase",
    flow: "out",
    amount: money(12_345_600n, Currency.parse("GTQ")),
    status: "liquidated",
    reference: "TOPUP-1",
    text: "Panadería Doña Tere",
    operationId: null,
    ...changes,
  };
}

describe("words", () => {
  test("a known type and state are words in both languages", () => {
    expect(typeInWords(readerOf("es"), "posPurchase")).toBe("Compra en comercio");
    expect(typeInWords(readerOf("en"), "posPurchase")).toBe("Purchase in a shop");
    expect(statusInWords(readerOf("es"), "liquidated")).toBe("Liquidado");
  });

  test("what the issuer may invent tomorrow is shown as it came", () => {
    expect(typeInWords(readerOf("es"), "cryptoCashback")).toBe("cryptoCashback");
    expect(statusInWords(readerOf("en"), "frozen")).toBe("frozen");
    expect(typeInWords(readerOf("en"), null)).toBeNull();
  });
});

describe("the filter finds what is on the screen", () => {
  const find = (locale: "es" | "en", text: string, flow: MovementFilter["flow"] = "all") =>
    makeFilter(readerOf(locale))([movement()], { text, flow }).length === 1;

  test.each([
    ["es", "panaderia"],
    ["es", "COMPRA EN COMERCIO"],
    ["en", "in a shop"],
    ["es", "1,234.56"],
    ["es", "1234.56"],
    // The day of the desk's zone, which is the day before the issuer's.
    ["es", "18 abr"],
    ["en", "18 apr 2026"],
    ["en", " topup-1 "],
  ] as const)("in %s by %j", (locale, text) => {
    expect(find(locale, text)).toBe(true);
  });

  test.each(["es", "en"] as const)("in %s by an amount as it is written", (locale) => {
    const filter = makeFilter(readerOf(locale));
    for (const [units, code] of [
      [12_345_678_900_00n, "GTQ"],
      [9_999_999n, "GTQ"],
      [1_234_567_1234n, "USD"],
      [185_000_0000n, "CLP"],
    ] as const) {
      const row = movement({ amount: money(units, Currency.parse(code)) });
      const written = formatAmount(locale, row.amount, "never");
      expect(filter([row], { text: written, flow: "all" }), written).toHaveLength(1);
    }
  });

  test("and not what is not", () => {
    expect(find("es", "19 abr")).toBe(false);
    expect(find("en", "compra")).toBe(false);
    expect(find("en", "", "in")).toBe(false);
    expect(find("en", "", "out")).toBe(true);
  });
});
