import fc from "fast-check";
import { expect, test } from "vitest";

import { Currency } from "@/lib/domain/currency";
import { OperationId } from "@/lib/domain/ids";
import { money } from "@/lib/domain/money";
import type { Movement } from "@/lib/domain/movement";

import { fromColumns, toColumns } from "./month-columns";
import type { MonthRows } from "./month-columns";

const maybe = (values: readonly string[]) => fc.constantFrom(null, ...values);

const movement: fc.Arbitrary<Movement> = fc.record({
  id: fc.option(fc.string()),
  at: maybe(["2026-04-18T16:00:00.000Z", "2026-04-01T05:59:59.999Z"]),
  type: maybe(["topUp", "posPurchase", "never seen before"]),
  flow: fc.constantFrom("in", "out", "unknown"),
  amount: fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.constantFrom("GTQ", "CLP", "KWD"))
    .map(([units, code]) => money(units, Currency.parse(code))),
  status: maybe(["liquidated", "denied"]),
  reference: fc.option(fc.string()),
  text: maybe(["Tienda El Quetzalito", 'Recarga\n"en línea"']),
  operationId: fc.option(fc.constant(OperationId.parse("019a0000-0000-7000-8000-000000000001"))),
});

const month: fc.Arbitrary<MonthRows> = fc.record({
  movements: fc.array(movement),
  unreadableCount: fc.nat(),
  readAt: fc.constant(new Date("2026-04-18T16:00:00Z")),
});

test("a month comes back from its columns as it was, to the last ten-thousandth", () => {
  fc.assert(
    fc.property(month, (rows) => {
      const sent = JSON.stringify(toColumns(rows));
      expect(fromColumns(JSON.parse(sent))).toEqual(rows);
    }),
  );
});

test("text that repeats itself is sent once", () => {
  const row: Movement = {
    id: "1",
    at: null,
    type: "posPurchase",
    flow: "out",
    amount: money(10_000n, Currency.parse("GTQ")),
    status: "liquidated",
    reference: null,
    text: "Tienda El Quetzalito",
    operationId: null,
  };
  const rows = { movements: Array(500).fill(row), unreadableCount: 0, readAt: new Date(0) };
  expect(JSON.stringify(toColumns(rows)).match(/Quetzalito/g)).toHaveLength(1);
});

test("columns of different lengths are a bug and not a shorter month", () => {
  const columns = toColumns({ movements: [], unreadableCount: 0, readAt: new Date(0) });
  expect(() => fromColumns({ ...columns, amount: ["1.00"] })).toThrow("different lengths");
});
