import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { allCurrencies, Currency } from "./currency";
import { minorUnitsOf } from "./minor-units";
import { add, money, negate, parseIssuerAmount, parseTypedAmount, SCALE, toDecimal } from "./money";

const GTQ = Currency.parse("GTQ");
const CLP = Currency.parse("CLP");
const KWD = Currency.parse("KWD");
const LARGEST = 9_999_999_999_999_999n;

const anyCurrency = fc.constantFrom(...allCurrencies());

/** Digits with a comma between complete groups of three, as people write them. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ",");
}

describe("an amount as a person types it", () => {
  it.each([
    ["19.99", GTQ, 199_900n],
    ["0.07", GTQ, 700n],
    ["1234.56", GTQ, 12_345_600n],
    ["1,234.56", GTQ, 12_345_600n],
    [" 5 ", GTQ, 50_000n],
    ["\u00a05\u00a0", GTQ, 50_000n],
    ["00.50", GTQ, 5_000n],
    ["0.1", GTQ, 1_000n],
    ["1.10", GTQ, 11_000n],
    ["0.01", GTQ, 100n],
    ["999,999,999,999.99", GTQ, 9_999_999_999_999_900n],
    ["999999999999", CLP, 9_999_999_999_990_000n],
    ["1", CLP, 10_000n],
    ["0.001", KWD, 10n],
    ["1234.567", KWD, 12_345_670n],
  ])("reads %j in %s exactly", (text, currency, units) => {
    expect(parseTypedAmount(text, currency)).toEqual({ ok: true, value: money(units, currency) });
  });

  it.each([
    ["", GTQ, "empty"],
    ["   ", GTQ, "empty"],
    ["1.234,50", GTQ, "format"],
    ["1,23", GTQ, "format"],
    ["12,34,567", GTQ, "format"],
    ["1234,567", GTQ, "format"],
    ["1,234,56", GTQ, "format"],
    [",123", GTQ, "format"],
    ["1,,234", GTQ, "format"],
    ["1 234.50", GTQ, "format"],
    ["1'234.50", GTQ, "format"],
    ["0,500", GTQ, "format"],
    ["00,500", GTQ, "format"],
    ["012,345.00", GTQ, "format"],
    ["5.", GTQ, "format"],
    [".5", GTQ, "format"],
    ["5..5", GTQ, "format"],
    ["1.234.567", GTQ, "format"],
    ["１２", GTQ, "format"],
    ["٣", GTQ, "format"],
    ["1e3", GTQ, "format"],
    ["0x10", GTQ, "format"],
    ["-5", GTQ, "format"],
    ["−5", GTQ, "format"],
    ["+5", GTQ, "format"],
    ["(5)", GTQ, "format"],
    ["Q5", GTQ, "format"],
    ["5 GTQ", GTQ, "format"],
    ["5\n6", GTQ, "format"],
    ["NaN", GTQ, "format"],
    ["Infinity", GTQ, "format"],
    ["0", GTQ, "not-positive"],
    ["0.00", GTQ, "not-positive"],
    ["000", CLP, "not-positive"],
    ["1.005", GTQ, "decimals"],
    ["1.000", GTQ, "decimals"],
    ["1.0", CLP, "decimals"],
    ["1.2345", KWD, "decimals"],
    ["1000000000000", GTQ, "too-large"],
    ["1,000,000,000,000", GTQ, "too-large"],
  ] as const)("refuses %j in %s as %s", (text, currency, problem) => {
    expect(parseTypedAmount(text, currency)).toEqual({ ok: false, failure: problem });
  });

  it("does not count leading zeros as digits of a large amount", () => {
    expect(parseTypedAmount("0000000000005.00", GTQ)).toEqual({
      ok: true,
      value: money(50_000n, GTQ),
    });
  });

  it("refuses a very long text and reads a very long run of zeros, both at once", () => {
    expect(parseTypedAmount("9".repeat(200_000), GTQ)).toEqual({ ok: false, failure: "too-large" });
    expect(parseTypedAmount(`1${",000".repeat(50_000)}`, GTQ)).toEqual({
      ok: false,
      failure: "too-large",
    });
    expect(parseTypedAmount(`${"1,".repeat(50_000)}x`, GTQ)).toEqual({
      ok: false,
      failure: "format",
    });
  });

  it("reads back every amount that the currency can have, grouped and ungrouped", () => {
    fc.assert(
      fc.property(anyCurrency, fc.bigInt(1n, LARGEST), (currency, raw) => {
        const step = 10n ** BigInt(SCALE - minorUnitsOf(currency));
        const amount = money((raw / step) * step, currency);
        fc.pre(amount.units > 0n);
        const plain = toDecimal(amount);
        const [integer = "", decimals] = plain.split(".");
        const written =
          decimals === undefined ? grouped(integer) : `${grouped(integer)}.${decimals}`;
        expect(parseTypedAmount(plain, currency)).toEqual({ ok: true, value: amount });
        expect(parseTypedAmount(written, currency)).toEqual({ ok: true, value: amount });
      }),
    );
  });

  it("never gives an amount that was not written: what it reads prints as the same number", () => {
    const typing = fc.string({
      unit: fc.constantFrom(..."0123456789,.- e".split("")),
      maxLength: 14,
    });
    fc.assert(
      fc.property(typing, anyCurrency, (text, currency) => {
        const read = parseTypedAmount(text, currency);
        if (!read.ok) return;
        const trimmed = text.trim().replaceAll(",", "");
        expect(parseIssuerAmount(trimmed, currency)).toEqual({ ok: true, value: read.value });
      }),
      { numRuns: 2000 },
    );
  });
});

describe("an amount of the issuer", () => {
  it.each([
    ["100.00", 1_000_000n],
    ["0", 0n],
    ["-0.07", -700n],
    ["-0", 0n],
    ["0.0001", 1n],
    ["1234.5678", 12_345_678n],
    ["1E+2", 1_000_000n],
    ["1e2", 1_000_000n],
    ["1.5e-3", 15n],
    ["10e-1", 10_000n],
    ["100.0000000", 1_000_000n],
    ["0.00000", 0n],
    ["999999999999.9999", LARGEST],
    ["123456789012345678901234567890.1", 1_234_567_890_123_456_789_012_345_678_901_000n],
  ])("reads %s exactly", (digits, units) => {
    expect(parseIssuerAmount(digits, GTQ)).toEqual({ ok: true, value: money(units, GTQ) });
  });

  it.each([
    ["0.00001", "decimals"],
    ["1e-5", "decimals"],
    ["1.23456", "decimals"],
    ["", "format"],
    ["NaN", "format"],
    ["Infinity", "format"],
    ["+1", "format"],
    [".5", "format"],
    ["5.", "format"],
    ["1,000.00", "format"],
    ["0x10", "format"],
    ["1e1000", "format"],
    [" 1", "format"],
  ] as const)("refuses %j as %s", (digits, problem) => {
    expect(parseIssuerAmount(digits, GTQ)).toEqual({ ok: false, failure: problem });
  });

  it("reads back every decimal that the desk writes, in every currency", () => {
    fc.assert(
      fc.property(anyCurrency, fc.bigInt(-LARGEST, LARGEST), (currency, units) => {
        const amount = money(units, currency);
        expect(parseIssuerAmount(toDecimal(amount), currency)).toEqual({ ok: true, value: amount });
      }),
    );
  });

  it("reads the same number with the point shifted by an exponent", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, LARGEST), fc.integer({ min: 0, max: 30 }), (units, shift) => {
        const shifted = `${units}${"0".repeat(shift)}e-${SCALE + shift}`;
        expect(parseIssuerAmount(shifted, GTQ)).toEqual({ ok: true, value: money(units, GTQ) });
      }),
    );
  });
});

describe("an amount as a decimal", () => {
  it.each([
    [1_000_000n, GTQ, "100.00"],
    [1n, GTQ, "0.0001"],
    [0n, GTQ, "0.00"],
    [0n, CLP, "0"],
    [-700n, GTQ, "-0.07"],
    [15_000_000n, CLP, "1500"],
    [15_000_500n, CLP, "1500.05"],
    [10n, KWD, "0.001"],
    [10_000n, KWD, "1.000"],
    [LARGEST, GTQ, "999999999999.9999"],
    [-1n, GTQ, "-0.0001"],
  ])("%s units of %s are %s", (units, currency, text) => {
    expect(toDecimal(money(units, currency))).toBe(text);
  });

  it("has at least the currency's minor units and no zeros beyond them", () => {
    fc.assert(
      fc.property(anyCurrency, fc.bigInt(-LARGEST, LARGEST), (currency, units) => {
        const decimals = toDecimal(money(units, currency)).split(".")[1] ?? "";
        const least = minorUnitsOf(currency);
        expect(decimals.length).toBeGreaterThanOrEqual(least);
        if (decimals.length > least) expect(decimals).not.toMatch(/0$/);
      }),
    );
  });
});

describe("adding amounts", () => {
  it("does not depend on the order and is undone by the opposite amount", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
        const [left, right] = [money(a, GTQ), money(b, GTQ)];
        expect(add(left, right)).toEqual(add(right, left));
        expect(add(add(left, right), negate(right))).toEqual(left);
      }),
    );
  });

  it("throws for two currencies, because adding them is a mistake in the code", () => {
    expect(() => add(money(1n, GTQ), money(1n, CLP))).toThrow("two currencies");
  });
});

describe("the table of currencies", () => {
  it.each([
    ["GTQ", 2],
    ["USD", 2],
    ["CLP", 0],
    ["JPY", 0],
    ["KWD", 3],
    ["MGA", 2],
    ["MRU", 2],
  ])("gives %s %i minor units", (code, digits) => {
    expect(minorUnitsOf(Currency.parse(code))).toBe(digits);
  });

  it("holds no currency finer than the scale at which amounts are kept", () => {
    for (const currency of allCurrencies())
      expect(minorUnitsOf(currency)).toBeLessThanOrEqual(SCALE);
    expect(allCurrencies().length).toBeGreaterThan(150);
  });

  it.each(["gtq", "GT", "QQQ", "", " GTQ", "GTQ ", "toString", "__proto__"])(
    "does not know %j",
    (code) => {
      expect(Currency.safeParse(code).success).toBe(false);
    },
  );
});
