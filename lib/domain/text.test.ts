import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  containsCardNumber,
  countCharacters,
  isLongerThan,
  storableText,
  withoutCardNumbers,
} from "./text";

/** The digits with the check digit of Luhn behind them. */
function withCheckDigit(digits: string): string {
  const sum = digits
    .split("")
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const someDigits = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((digits) => digits.join(""));
const card = fc
  .tuple(fc.constantFrom("4", "5", "6"), someDigits(11, 17))
  .map(([first, rest]) => withCheckDigit(first + rest));

describe("counting characters", () => {
  it.each([
    ["", 0],
    ["Recarga", 7],
    ["ñ", 1],
    ["n\u0303", 1],
    ["a\u0301", 1],
    ["👍🏽", 1],
    ["👨‍👩‍👧‍👦", 1],
    ["🇬🇹", 1],
    ["é".repeat(50), 50],
    ["e\u0301".repeat(50), 50],
  ])("%j has %i", (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  it.each(["ñandú", "e\u0301".repeat(50), "👨‍👩‍👧‍👦".repeat(3)])("stops at a limit: %j", (text) => {
    const count = countCharacters(text);
    expect(isLongerThan(text, count)).toBe(false);
    expect(isLongerThan(text, count - 1)).toBe(true);
  });
});

describe("text that holds a card number", () => {
  it.each([
    "4111111111111111",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111.1111.1111.1111",
    "4111\u00a01111\u00a01111\u00a01111",
    "4111\u20131111\u20131111\u20131111",
    "4111\t1111\t1111\t1111",
    "4111\n1111\n1111\n1111",
    "4111 - 1111 - 1111 - 1111",
    "4111\u200b1111\u200b1111\u200b1111",
    "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    "４１１１１１１１１１１１１１１１",
    "3782 822463 10005",
    "30569309025904",
    "3056 930902 5904",
    "5555555555554444",
    "2223003122003222",
    "6011000990139424",
    "4222222222222",
    "6304000000000000",
    "tarjeta:4111111111111111.",
    "ref00041111111111111119",
    "4111 1111 1111 1111 04/28 123",
    "Q 100.00 a la 4111 1111 1111 1111",
    "2026-04-18 4111 1111 1111 1111",
  ])("is %j", (text) => {
    expect(containsCardNumber(text)).toBe(true);
  });

  it.each([
    "",
    "4111111111111112",
    "4111 1111 1111 1112",
    "411111111111",
    "528209******2345",
    "TOPUP-2026-04-18-001",
    "DPI 1234 56789 0101",
    "1234567890101",
    "2345678901017",
    "Tel. 5555-4444",
    "Q 1,234.50 y Q 2,000.00",
  ])("is not %j", (text) => {
    expect(containsCardNumber(text)).toBe(false);
  });

  it("is any number of 13 to 19 digits with a right check digit, whatever stands around it", () => {
    const around = fc.string({ unit: fc.constantFrom(..."abc áé(): ".split("")), maxLength: 5 });
    fc.assert(
      fc.property(card, around, around, (digits, before, after) => {
        expect(containsCardNumber(`${before}${digits}${after}`)).toBe(true);
      }),
    );
  });

  it("is one written in groups of four, whatever stands between them", () => {
    const mark = fc.constantFrom(
      " ",
      "-",
      ".",
      "  ",
      "\u00a0",
      "/",
      " - ",
      "\u2014",
      ",",
      "_",
      "\n",
    );
    fc.assert(
      fc.property(card, mark, (digits, between) => {
        expect(containsCardNumber(digits.replace(/(\d{4})(?=\d)/g, `$1${between}`))).toBe(true);
      }),
    );
  });

  it("is not a number of 16 digits whose check digit is wrong", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("4", "5"),
        someDigits(14, 14),
        fc.integer({ min: 1, max: 9 }),
        (first, rest, off) => {
          const right = withCheckDigit(first + rest);
          const wrong = right.slice(0, -1) + String((Number(right.at(-1)) + off) % 10);
          const inner = [13, 14, 15].some((n) =>
            [0, 1, 2, 3].some((s) => s + n <= 16 && containsCardNumber(wrong.slice(s, s + n))),
          );
          fc.pre(!inner);
          expect(containsCardNumber(wrong)).toBe(false);
        },
      ),
    );
  });

  it("is not a suggested reference beside a date, on any day", () => {
    for (let day = 0; day < 366; day += 1) {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      expect(containsCardNumber(`TOPUP-${date}-001 ${date} 10:30:00`)).toBe(false);
      expect(containsCardNumber(`Del ${date} al ${date}, TOPUP-${date}-${day}`)).toBe(false);
    }
  });

  it("is looked for in long text without the time growing out of hand", () => {
    expect(containsCardNumber("1 ".repeat(50_000))).toBe(false);
    expect(containsCardNumber("1".repeat(50_000))).toBe(false);
  });
});

describe("text that can be stored", () => {
  it("has neither control characters nor halves of pairs, and keeps lines and whole emoji", () => {
    expect(storableText("a\u0000b\u001bc\u0085d")).toBe("abcd");
    expect(storableText("x\ud83dy\udc4dz")).toBe("xyz");
    expect(storableText("uno\ndos\ttres 👍🏽 ñ")).toBe("uno\ndos\ttres 👍🏽 ñ");
  });
});

describe("words of the issuer", () => {
  it.each([
    ["Card 4111111111111111 is blocked", "Card ************1111 is blocked"],
    ["4111 1111 1111 1111", "**** **** **** 1111"],
    [
      "4111-1111-1111-1111, again 5500000000000004.",
      "****-****-****-1111, again ************0004.",
    ],
    ["\uFF14111111111111111", "************1111"],
    ["528209******2345", "528209******2345"],
    ["TOPUP-2026-04-18-001 of 100.00", "TOPUP-2026-04-18-001 of 100.00"],
    ["", ""],
  ])("%j is shown as %j", (text, shown) => {
    expect(withoutCardNumbers(text)).toBe(shown);
  });

  it("never hold a card number afterwards, whatever stood around it", () => {
    fc.assert(
      fc.property(fc.string(), card, fc.string(), (before, number, after) => {
        expect(containsCardNumber(withoutCardNumbers(`${before}${number}${after}`))).toBe(false);
      }),
    );
  });
});
