import { statusOf, type OperationEvent, type OperationStatus } from "@/lib/domain/journal";

import { groupBy } from "./group-by";
import type { Asked } from "./person";
import type { WireAttempt } from "./proxy";

/** An operation with its story, as the desk's database has it. */
export interface JournaledOperation {
  readonly id: string;
  readonly cardId: string;
  readonly reference: string;
  readonly direction: string;
  readonly amountUnits: bigint;
  readonly currency: string;
  readonly status: OperationStatus;
  readonly events: readonly JournaledEvent[];
}

export interface JournaledEvent {
  readonly kind: OperationEvent["kind"];
  readonly at: Date;
  /** What a settling by hand found. */
  readonly outcome?: string;
}

/** Money that moved, as the issuer's ledger has it. */
export interface LedgerMovement {
  readonly id: string;
  readonly cardId: string;
  readonly reference: string;
  readonly direction: string;
  readonly amountUnits: bigint;
  readonly currency: string;
}

export interface Evidence {
  readonly asked: readonly Asked[];
  readonly operations: readonly JournaledOperation[];
  /** The movements of this run's references. */
  readonly ledger: readonly LedgerMovement[];
  readonly wire: readonly WireAttempt[];
  readonly surprises: readonly string[];
}

/** Everything that must not be: each has a row in the table, and its number must be 0. */
export const RULES = {
  "moved twice": findMovedTwice,
  lost: findLost,
  "journal says applied and the ledger does not": findAppliedWithoutMovement,
  "ledger moved and the journal says refused": (evidence) => findDenied(evidence, "refused"),
  "ledger moved and the journal says not applied": (evidence) =>
    findDenied(evidence, "not-applied"),
  "movement differs from its operation": findDifferent,
  "sent more often than asked": findResent,
  "still open": ({ operations }) =>
    operations.filter(({ status }) => status === "intended" || status === "unknown").map(describe),
  "status is not what the journal tells": ({ operations }) =>
    operations.filter(({ status, events }) => status !== statusOf(events)).map(describe),
  "answers that a sound desk does not give": ({ surprises }) => surprises,
} as const satisfies Record<string, (evidence: Evidence) => readonly string[]>;
export type Rule = keyof typeof RULES;

/** What breaks each rule, in words that lead to it; empty lists for a run without fault. */
export function audit(evidence: Evidence): ReadonlyMap<Rule, readonly string[]> {
  const names = Object.keys(RULES).filter((name): name is Rule => Object.hasOwn(RULES, name));
  return new Map(names.map((name) => [name, RULES[name](evidence)]));
}

/** What carries the same reference on the same card is meant to move money once, however many ids asked for it. */
const keyOf = ({ cardId, reference }: { cardId: string; reference: string }) =>
  `${cardId} ${reference}`;

function findMovedTwice({ ledger, operations }: Evidence): string[] {
  const movements = groupBy(ledger, keyOf);
  const owners = groupBy(operations, keyOf);
  return [...movements]
    .filter(([, list]) => list.length > 1)
    .map(([key, list]) => `${key}: ${list.length} movements; ${describeAll(owners.get(key))}`);
}

/** Asked and not on record; told to be on record and not there; or moved, and nobody knows why. */
function findLost({ asked, ledger, operations }: Evidence): string[] {
  const recorded = new Set(operations.map(({ id }) => id));
  const known = new Set(operations.map(keyOf));
  return [
    ...asked
      .filter(({ operationId }) => !recorded.has(operationId))
      .map((one) => `${keyOf(one)} (${one.operationId}): told ${one.told ?? "nothing"}, no record`),
    ...ledger
      .filter((movement) => !known.has(keyOf(movement)))
      .map((movement) => `${keyOf(movement)}: movement ${movement.id} without an operation`),
  ];
}

function findAppliedWithoutMovement({ ledger, operations }: Evidence): string[] {
  const left = new Map([...groupBy(ledger, keyOf)].map(([key, list]) => [key, list.length]));
  return operations
    .filter(({ status }) => status === "applied")
    .filter((operation) => {
      const count = left.get(keyOf(operation)) ?? 0;
      left.set(keyOf(operation), count - 1);
      return count <= 0;
    })
    .map(describe);
}

/** Of a reference that moved, no operation is applied: the journal denies the money. */
function findDenied({ ledger, operations }: Evidence, status: OperationStatus): string[] {
  const owners = groupBy(operations, keyOf);
  return [...groupBy(ledger, keyOf)].flatMap(([key, movements]) => {
    const list = owners.get(key) ?? [];
    const open = list.filter((one) => one.status === "intended" || one.status === "unknown");
    const applied = list.filter((one) => one.status === "applied");
    const deniers = list.filter((one) => one.status === status);
    const isDenied = movements.length > applied.length + open.length && deniers.length > 0;
    return isDenied ? [describeAll(list)] : [];
  });
}

function findDifferent({ ledger, operations }: Evidence): string[] {
  const owners = groupBy(operations, keyOf);
  return ledger.flatMap((movement) => {
    const list = owners.get(keyOf(movement)) ?? [];
    const isAsAsked = list.some(
      (one) =>
        one.direction === movement.direction &&
        one.amountUnits === movement.amountUnits &&
        one.currency === movement.currency,
    );
    return list.length === 0 || isAsAsked ? [] : [`movement ${movement.id}: ${describeAll(list)}`];
  });
}

/**
 * What the proxy saw: one sender for each operation at most, and a sender's second attempt only after the answer 401
 * to its first. This finds what a lucky ledger would hide.
 */
function findResent({ wire, operations }: Evidence): string[] {
  const owners = groupBy(operations, ({ reference }) => reference);
  return [...groupBy(wire, ({ reference }) => reference)].flatMap(([reference, attempts]) => {
    const senders = groupBy(attempts, ({ requestId }) => requestId ?? "");
    const mayBeSent = owners.get(reference)?.length ?? 0;
    const words: string[] = [];
    if (senders.size > mayBeSent) {
      words.push(`${reference}: ${senders.size} senders for ${mayBeSent} operations`);
    }
    for (const list of senders.values()) {
      const isAllowed = list.slice(0, -1).every(({ answeredStatus }) => answeredStatus === 401);
      if (!isAllowed) words.push(`${reference}: sent again after ${attemptWords(list)}`);
    }
    return words;
  });
}

const attemptWords = (attempts: readonly WireAttempt[]) =>
  attempts.map(({ fault, answeredStatus }) => `${fault}/${answeredStatus ?? "silence"}`).join(", ");

function describe(operation: JournaledOperation): string {
  const looks = operation.events.filter(({ kind }) => kind === "operation.checked").length;
  const told = operation.events.filter(({ kind }) => kind !== "operation.checked");
  const story = told.map(({ kind, at }) => {
    const second = at.toISOString().slice(14, 23);
    return `${second} ${kind.replace("operation.", "")}`;
  });
  return `${keyOf(operation)} (${operation.id}) is ${operation.status}: ${story.join(", ")}; looked ${looks} times`;
}

function describeAll(operations: readonly JournaledOperation[] | undefined): string {
  return (operations ?? []).map(describe).join(" | ") || "no operation";
}
