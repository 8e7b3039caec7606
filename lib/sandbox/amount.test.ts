import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { formatUnits, MAX_UNITS, parseUnits, wireDigits } from "./amount";

describe("amounts", () => {
  test.each([
    ["100.00", 1_000_000n],
    ["19.99", 199_900n],
    ["0.07", 700n],
    ["1234.5678", 12_345_678n],
    ["0.0001", 1n],
    ["0", 0n],
    ["-5.5", -55_000n],
    ["9999999999999999.9999", MAX_UNITS],
  ])("%s is exact", (digits, units) => {
    expect(parseUnits(digits)).toBe(units);
  });

  test.each(["1e2", "1.00000", "10000000000000000", "", ".5", "5.", "+1", "1,5", "NaN", " 1"])(
    "%j is no amount",
    (digits) => {
      expect(parseUnits(digits)).toBeUndefined();
    },
  );

  test("what is written is read back as the same units", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -MAX_UNITS, max: MAX_UNITS }), (units) => {
        expect(parseUnits(formatUnits(units))).toBe(units);
      }),
    );
  });

  test.each([
    ["GTQ", 1_000_000n, "100.00"],
    ["GTQ", 12_345_678n, "1234.5678"],
    ["GTQ", 1_005_000n, "100.50"],
    ["GTQ", 0n, "0.00"],
    ["CLP", 15_000_000n, "1500"],
    ["CLP", 15_005_000n, "1500.5"],
    ["USD", 199_900n, "19.99"],
  ])("%s shows at least its own decimals: %s", (currency, units, digits) => {
    expect(wireDigits(units, currency)).toBe(digits);
  });
});
