import { expect, test } from "vitest";

import { CardId } from "@/lib/domain/ids";
import { operationSchema } from "@/lib/domain/operation";
import { findSentinel, SENTINELS } from "@/lib/sandbox/sentinels";
import { defaultReasons } from "@/lib/server/env-reasons";

import { makePlan, TARGETS, type PlannedOperation } from "./plan";

const cards = [
  { id: "12345", currency: "GTQ" },
  { id: "12348", currency: "USD" },
  { id: "12349", currency: "CLP" },
];
const options = { seed: 41, operations: 2_000, kills: 60, clients: 8 };
const plan = makePlan(options, cards);
const schema = operationSchema(defaultReasons.map(({ code }) => code));

function requestOf({ form }: PlannedOperation) {
  return schema.parse(form);
}

test("the same seed is the same run, and another seed is another one", () => {
  expect(makePlan(options, cards)).toEqual(plan);
  const other = makePlan({ ...options, seed: 42 }, cards);
  expect(other.operations[0]?.operationId).not.toBe(plan.operations[0]?.operationId);
  expect(other.strikes).not.toEqual(plan.strikes);
});

test("a shorter run of a seed begins like the longer one", () => {
  const shorter = makePlan({ ...options, operations: 100 }, cards);
  expect(shorter.operations).toEqual(plan.operations.slice(0, 100));
});

test("every form is one that the desk takes", () => {
  for (const planned of plan.operations) {
    expect(schema.safeParse(planned.form).error?.issues ?? []).toEqual([]);
    expect(CardId.safeParse(planned.cardId).success).toBe(true);
  }
});

test("both modes, both directions and every sentinel come up, by reference and by amount", () => {
  const requests = plan.operations.map(requestOf);
  expect(new Set(requests.map(({ mode, direction }) => `${mode} ${direction}`)).size).toBe(4);
  const met = (list: typeof requests) =>
    new Set(list.map(({ reference, amount }) => findSentinel(reference, amount.units)?.text));
  const byReference = requests.filter(({ reference }) => reference.includes("SBX"));
  const byAmount = requests.filter(({ reference }) => !reference.includes("SBX"));
  for (const { text } of SENTINELS) {
    expect(met(byReference)).toContain(text);
    expect(met(byAmount)).toContain(text);
  }
});

test("no reference and no id comes twice", () => {
  const references = plan.operations.map(({ form }) => form.reference);
  expect(new Set(references).size).toBe(references.length);
  const ids = plan.operations.flatMap(({ operationId, againId }) => [operationId, againId ?? []]);
  expect(new Set(ids.flat()).size).toBe(ids.flat().length);
});

test("only what is meant to be similar has the money of another", () => {
  const moneyOf = ({ cardId, form }: PlannedOperation) =>
    [cardId, form.direction, form.amount, form.currency].join(" ");
  const seen = new Set<string>();
  for (const planned of plan.operations) {
    if (planned.goOnReason === null) expect(seen).not.toContain(moneyOf(planned));
    seen.add(moneyOf(planned));
  }
  expect(plan.operations.some(({ goOnReason }) => goOnReason !== null)).toBe(true);
});

test("every way of cutting and holding comes up, at both ends of request and answer", () => {
  const faults = plan.operations.flatMap(({ wire }) => wire);
  expect(new Set(faults.map(({ kind }) => kind))).toEqual(
    new Set(["none", "cut-request", "cut-answer", "hold-answer", "hold-request", "dribble"]),
  );
  const shares = faults.flatMap((fault) => ("share" in fault ? [fault.share] : []));
  expect(Math.min(...shares)).toBeLessThan(0.01);
  expect(Math.max(...shares)).toBeGreaterThan(0.99);
});

test("at least as many kills as were asked for, of everything, while there is work", () => {
  const killed = plan.strikes.flatMap(({ how, targets }) => (how === "kill" ? targets : []));
  expect(killed.length).toBeGreaterThanOrEqual(60);
  expect(new Set(killed)).toEqual(new Set(TARGETS));
  const moments = plan.strikes.map(({ afterOperations }) => afterOperations);
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  expect(Math.max(...moments)).toBeLessThanOrEqual(1_800);
});
