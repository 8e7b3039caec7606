import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Currency } from "./currency";
import { OperationStatus } from "./journal";
import { money } from "./money";
import { isMoneySpent, isReversible, leftToReverse, opposite, reversalProblem } from "./reversal";
import type { Original, Reversal } from "./reversal";

const GTQ = Currency.parse("GTQ");
const USD = Currency.parse("USD");
const original: Original = {
  cardId: "12345",
  direction: "ADD_FUNDS",
  amount: money(1_000_000n, GTQ),
  status: "applied",
  reverses: null,
};
const asked = {
  cardId: "12345",
  direction: "WITHDRAW_FUNDS" as const,
  amount: money(1_000_000n, GTQ),
};
const reversal = (status: OperationStatus, units: bigint): Reversal => ({
  status,
  amount: money(units, GTQ),
});

describe("what is left to reverse", () => {
  it.each([
    ["applied", 600_000n],
    ["intended", 600_000n],
    ["unknown", 600_000n],
    ["refused", 1_000_000n],
    ["not-applied", 1_000_000n],
  ] as const)("of 100 after an %s reversal of 40 is %d units", (status, left) => {
    expect(leftToReverse(original.amount, [reversal(status, 400_000n)])).toEqual(money(left, GTQ));
  });

  it("is nothing, and not less, when a late answer has moved too much", () => {
    const twice = [reversal("applied", 1_000_000n), reversal("applied", 1_000_000n)];
    expect(leftToReverse(original.amount, twice)).toEqual(money(0n, GTQ));
  });

  it("is never exceeded by any sequence of reversals, whatever becomes of them", () => {
    const steps = fc.array(
      fc.record({
        units: fc.bigInt({ min: 1n, max: 1_500_000n }),
        status: fc.constantFrom(...OperationStatus.options),
      }),
    );
    fc.assert(
      fc.property(steps, (tries) => {
        const accepted: Reversal[] = [];
        for (const { units, status } of tries) {
          const amount = money(units, GTQ);
          const left = leftToReverse(original.amount, accepted);
          const problem = reversalProblem(original, accepted, { ...asked, amount });
          expect(problem).toBe(units > left.units ? "too-large" : null);
          if (problem === null) accepted.push({ status, amount });
        }
        const moved = accepted
          .filter(({ status }) => status !== "refused" && status !== "not-applied")
          .reduce((sum, { amount }) => sum + amount.units, 0n);
        expect(moved).toBeLessThanOrEqual(original.amount.units);
        expect(leftToReverse(original.amount, accepted).units).toBe(original.amount.units - moved);
      }),
    );
  });
});

describe("an operation", () => {
  it.each(OperationStatus.options)("that is %s is reversible only when it is applied", (status) => {
    expect(isReversible({ status, reverses: null })).toBe(status === "applied");
    const problem = reversalProblem({ ...original, status }, [], asked);
    expect(problem).toBe(status === "applied" ? null : "not-applied");
  });

  it("that takes something back is not taken back itself", () => {
    const itself = { ...original, reverses: "019a0000-0000-7000-8000-000000000001" };
    expect(isReversible(itself)).toBe(false);
    expect(reversalProblem(itself, [], asked)).toBe("is-reversal");
  });

  it.each([
    ["another card", { cardId: "12346" }],
    ["the same direction", { direction: "ADD_FUNDS" as const }],
    ["another currency", { amount: money(1n, USD) }],
  ])("is not taken back by one of %s", (_, change) => {
    expect(reversalProblem(original, [], { ...asked, ...change })).toBe("does-not-fit");
  });

  it("is taken back by the opposite direction, and the opposite of that is its own", () => {
    expect(opposite("ADD_FUNDS")).toBe("WITHDRAW_FUNDS");
    expect(opposite("WITHDRAW_FUNDS")).toBe("ADD_FUNDS");
  });
});

describe("the money is spent", () => {
  const spent = {
    ...original,
    direction: "WITHDRAW_FUNDS",
    status: "refused",
    reverses: "a",
  } as const;

  it("when a reversal that withdraws is refused with 7303", () => {
    expect(isMoneySpent(spent, "7303")).toBe(true);
  });

  it.each([
    ["another code", spent, "7213"],
    ["no code", spent, null],
    ["an operation that takes nothing back", { ...spent, reverses: null }, "7303"],
    ["a reversal that adds", { ...spent, direction: "ADD_FUNDS" as const }, "7303"],
    ["a reversal that was applied", { ...spent, status: "applied" as const }, "7303"],
  ])("is not said of %s", (_, operation, code) => {
    expect(isMoneySpent(operation, code)).toBe(false);
  });
});
