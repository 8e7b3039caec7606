import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Currency } from "./currency";
import { money } from "./money";
import { foldText, matchesFilter, totalsOf } from "./movement";
import type { Movement } from "./movement";

const GTQ = Currency.parse("GTQ");
const USD = Currency.parse("USD");
const movement: Movement = {
  id: "1",
  at: null,
  type: "topUp",
  flow: "in",
  amount: money(10_000n, GTQ),
  status: "liquidated",
  reference: "TOPUP-1",
  text: "Devolución de comisión",
  operationId: null,
};
const anyMovement = fc.record({
  flow: fc.constantFrom("in" as const, "out" as const, "unknown" as const),
  status: fc.constantFrom("liquidated", "denied", null),
  units: fc.bigInt(0n, 10n ** 16n),
  currency: fc.constantFrom(GTQ, USD),
});

describe("the totals of a month", () => {
  it("are exact per currency, leave out what was denied, and count every row", () => {
    expect(
      totalsOf([
        movement,
        { ...movement, amount: money(700n, GTQ), flow: "out" },
        { ...movement, amount: money(5n, USD) },
        { ...movement, amount: money(99n, GTQ), status: "denied" },
        { ...movement, amount: money(99n, GTQ), flow: "unknown" },
      ]),
    ).toEqual([
      {
        currency: GTQ,
        count: 4,
        inflow: money(10_000n, GTQ),
        outflow: money(700n, GTQ),
        net: money(9_300n, GTQ),
      },
      {
        currency: USD,
        count: 1,
        inflow: money(5n, USD),
        outflow: money(0n, USD),
        net: money(5n, USD),
      },
    ]);
  });

  it("always have the net that in and out leave", () => {
    fc.assert(
      fc.property(fc.array(anyMovement), (rows) => {
        const movements = rows.map(({ units, currency, ...rest }) => ({
          ...movement,
          ...rest,
          amount: money(units, currency),
        }));
        const totals = totalsOf(movements);
        for (const { inflow, outflow, net } of totals)
          expect(net.units).toBe(inflow.units - outflow.units);
        expect(totals.reduce((count, total) => count + total.count, 0)).toBe(rows.length);
      }),
    );
  });
});

describe("the filter of a month", () => {
  it.each(["devolucion", "DEVOLUCIÓN", "topup-1", " comision ", ""])(
    "finds the row by %j",
    (text) => {
      expect(matchesFilter(movement, { text, flow: "all" })).toBe(true);
    },
  );

  it("finds by the words on the screen, and not by what is not there", () => {
    expect(matchesFilter(movement, { text: "recarga", flow: "all" }, ["Recarga"])).toBe(true);
    expect(matchesFilter(movement, { text: "recarga", flow: "all" })).toBe(false);
    expect(matchesFilter(movement, { text: "", flow: "out" })).toBe(false);
    expect(matchesFilter({ ...movement, flow: "unknown" }, { text: "", flow: "in" })).toBe(false);
  });

  it("folds case and accents", () => {
    expect(foldText("Ñandú ÁÉÍ")).toBe("nandu aei");
  });
});
