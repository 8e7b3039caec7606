import type { OperationStatus } from "@/lib/domain/journal";

import type { Evidence, JournaledOperation } from "./audit";

/** What a run amounted to, in the order of the table. */
export interface Figures {
  readonly counts: readonly (readonly [name: string, count: number])[];
  /** From "unknown" to a definite outcome, in milliseconds. */
  readonly settling: readonly (readonly [name: string, durationsMs: readonly number[]])[];
}

/** Counts what became of the operations, and how long the unknown ones were unknown. */
export function figuresOf({ asked, operations, wire, ledger }: Evidence): Figures {
  const count = (status: OperationStatus) =>
    operations.filter((operation) => operation.status === status).length;
  const unknown = operations.filter((operation) => unknownAt(operation) !== undefined);
  const settled = unknown.filter(({ status }) => status !== "unknown");
  const lookedUp = settled.filter(({ status }) => status === "applied");
  const absent = settled.filter(({ status }) => status === "not-applied");
  return {
    counts: [
      ["operations asked", asked.length],
      ["presses of the button", asked.reduce((sum, { presses }) => sum + presses, 0)],
      ["sent", new Set(wire.map(({ reference, requestId }) => `${reference} ${requestId}`)).size],
      ["applied", count("applied")],
      ["refused", count("refused")],
      ["unknown for a while", unknown.length],
      ["settled", settled.length],
      ["  as applied", lookedUp.length],
      ["  of these by a supervisor", lookedUp.filter(wasProposed).length],
      ["  as not applied", absent.length],
      [
        "sent again under its reference",
        operations.length - new Set(operations.map(referenceOf)).size,
      ],
      ["movements in the ledger", ledger.length],
    ],
    settling: [
      // What waits for a supervisor waits for the end of the run: that is no time of the desk's.
      ["time to settle", settled.filter((one) => !wasProposed(one)).map(timeToSettle)],
      ["  found", lookedUp.filter((one) => !wasProposed(one)).map(timeToSettle)],
      ["  proven absent", absent.map(timeToSettle)],
    ],
  };
}

const wasProposed = ({ events }: JournaledOperation) =>
  events.some(({ kind }) => kind === "operation.proposed");

const referenceOf = ({ cardId, reference }: JournaledOperation) => `${cardId} ${reference}`;

const unknownAt = ({ events }: JournaledOperation) =>
  events.find(({ kind }) => kind === "operation.unknown")?.at;

const DEFINITE = new Set([
  "operation.applied",
  "operation.refused",
  "operation.settled",
  "operation.proven-absent",
  "operation.settled-by-hand",
]);

function timeToSettle(operation: JournaledOperation): number {
  const end = operation.events.find(({ kind }) => DEFINITE.has(kind))?.at;
  return (end?.getTime() ?? 0) - (unknownAt(operation)?.getTime() ?? 0);
}

/** The value that this share of all does not exceed; undefined of none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
