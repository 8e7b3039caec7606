import { expect, test } from "vitest";

import { newOperationId } from "@/lib/domain/ids";

import {
  audit,
  type Evidence,
  type JournaledOperation,
  type LedgerMovement,
  type Rule,
} from "./audit";
import { figuresOf } from "./figures";
import type { Asked } from "./person";
import type { WireAttempt } from "./proxy";
import { isSound } from "./report";

const ID = newOperationId(1_776_500_000_000, new Uint8Array(10));
const OTHER_ID = newOperationId(1_776_500_000_001, new Uint8Array(10));
const MONEY = { direction: "ADD_FUNDS", amountUnits: 100n, currency: "GTQ" };
const at = (second: number) => new Date(Date.UTC(2026, 3, 18, 16, 0, second));

const asked: Asked = {
  operationId: ID,
  cardId: "12345",
  reference: "F-1",
  presses: 1,
  told: "unknown",
};
const applied: JournaledOperation = {
  id: ID,
  cardId: "12345",
  reference: "F-1",
  ...MONEY,
  status: "applied",
  events: [
    { kind: "operation.intended", at: at(0) },
    { kind: "operation.unknown", at: at(1) },
    { kind: "operation.settled", at: at(4) },
  ],
};
const refused: JournaledOperation = {
  ...applied,
  status: "refused",
  events: [
    { kind: "operation.intended", at: at(0) },
    { kind: "operation.refused", at: at(1) },
  ],
};
const movement: LedgerMovement = { id: "9", cardId: "12345", reference: "F-1", ...MONEY };
const attempt: WireAttempt = {
  reference: "F-1",
  requestId: "request-1",
  fault: "none",
  answeredStatus: null,
};
const sound: Evidence = {
  asked: [asked],
  operations: [applied],
  ledger: [movement],
  wire: [attempt],
  surprises: [],
};

/** The rules that are broken, with how often. */
function broken(evidence: Partial<Evidence>): Partial<Record<Rule, number>> {
  const found = audit({ ...sound, ...evidence });
  return Object.fromEntries(
    [...found].filter(([, cases]) => cases.length > 0).map(([rule, cases]) => [rule, cases.length]),
  );
}

test("a sound run breaks no rule", () => {
  expect(broken({})).toEqual({});
  expect(isSound({ findings: audit(sound), figures: figuresOf(sound) })).toBe(true);
});

test("a run in which nothing happened shows nothing, and is not sound", () => {
  const empty: Evidence = { asked: [], operations: [], ledger: [], wire: [], surprises: [] };
  expect(isSound({ findings: audit(empty), figures: figuresOf(empty) })).toBe(false);
});

test("two movements under one reference are money that moved twice", () => {
  expect(broken({ ledger: [movement, { ...movement, id: "10" }] })).toEqual({ "moved twice": 1 });
});

test("the same reference on another card is another thing", () => {
  const elsewhere = { ...applied, id: OTHER_ID, cardId: "12346" };
  const ledger = [movement, { ...movement, id: "10", cardId: "12346" }];
  const wire = [attempt, { ...attempt, requestId: "request-2" }];
  expect(broken({ operations: [applied, elsewhere], ledger, wire })).toEqual({});
});

test("what was asked and is nowhere is lost", () => {
  expect(broken({ operations: [], ledger: [], wire: [] })).toEqual({ lost: 1 });
});

test("a movement that belongs to no operation is lost", () => {
  expect(broken({ ledger: [movement, { ...movement, reference: "F-2" }] })).toEqual({ lost: 1 });
});

test("an applied operation without a movement is found", () => {
  expect(broken({ ledger: [] })).toEqual({ "journal says applied and the ledger does not": 1 });
});

test("a movement covers one applied operation, not two of the same reference", () => {
  const again = { ...applied, id: OTHER_ID };
  const wire = [attempt, { ...attempt, requestId: "request-2" }];
  expect(broken({ operations: [applied, again], wire })).toEqual({
    "journal says applied and the ledger does not": 1,
  });
});

test("a movement of a refused operation is found", () => {
  expect(broken({ operations: [refused] })).toEqual({
    "ledger moved and the journal says refused": 1,
  });
});

test("a refused operation whose reference another one used afterwards is in order", () => {
  const again = { ...applied, id: OTHER_ID };
  const wire = [attempt, { ...attempt, requestId: "request-2" }];
  expect(broken({ operations: [refused, again], wire })).toEqual({});
});

test("a movement of an operation that was proven absent is found", () => {
  const operation: JournaledOperation = {
    ...applied,
    status: "not-applied",
    events: [
      { kind: "operation.intended", at: at(0) },
      { kind: "operation.unknown", at: at(1) },
      { kind: "operation.proven-absent", at: at(4) },
    ],
  };
  expect(broken({ operations: [operation] })).toEqual({
    "ledger moved and the journal says not applied": 1,
  });
  expect(broken({ operations: [operation], ledger: [] })).toEqual({});
});

test.each([
  ["amount", { amountUnits: 101n }],
  ["direction", { direction: "WITHDRAW_FUNDS" }],
  ["currency", { currency: "USD" }],
])("a movement with another %s than its operation is found", (_, change) => {
  expect(broken({ ledger: [{ ...movement, ...change }] })).toEqual({
    "movement differs from its operation": 1,
  });
});

test("a second sender of one operation is found, though only one of them moved money", () => {
  const wire = [attempt, { ...attempt, requestId: "request-2" }];
  expect(broken({ wire })).toEqual({ "sent more often than asked": 1 });
});

test("a sender may send again after 401 and after nothing else", () => {
  expect(broken({ wire: [{ ...attempt, answeredStatus: 401 }, attempt] })).toEqual({});
  expect(broken({ wire: [{ ...attempt, answeredStatus: 500 }, attempt] })).toEqual({
    "sent more often than asked": 1,
  });
  expect(broken({ wire: [attempt, attempt] })).toEqual({ "sent more often than asked": 1 });
});

test.each(["intended", "unknown"] as const)(
  "an operation that is %s at the end is found",
  (status) => {
    const kinds = ["operation.intended", "operation.unknown"] as const;
    const events = kinds
      .slice(0, status === "intended" ? 1 : 2)
      .map((kind) => ({ kind, at: at(0) }));
    expect(broken({ operations: [{ ...applied, status, events }] })).toEqual({ "still open": 1 });
  },
);

test("a status that the journal does not tell is found", () => {
  expect(broken({ operations: [{ ...applied, events: refused.events }] })).toEqual({
    "status is not what the journal tells": 1,
  });
});

test("an answer that a sound desk does not give is found", () => {
  expect(broken({ surprises: ["F-1 was answered reference-taken"] })).toEqual({
    "answers that a sound desk does not give": 1,
  });
});

test("the time to settle runs from the first doubt to the definite word", () => {
  const { counts, settling } = figuresOf({ ...sound, operations: [applied, refused] });
  expect(settling).toEqual([
    ["time to settle", [3_000]],
    ["  found", [3_000]],
    ["  proven absent", []],
  ]);
  expect(Object.fromEntries(counts)).toMatchObject({ applied: 1, refused: 1, settled: 1 });
});
