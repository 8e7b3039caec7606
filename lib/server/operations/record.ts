import "server-only";

import type { Transaction } from "kysely";
import pg from "pg";

import { holdsReference, statusAfter } from "@/lib/domain/journal";
import type { OperationEvent, OperationStatus } from "@/lib/domain/journal";
import { pauseAfter } from "@/lib/domain/settling";

import type { Schema } from "../db/schema";
import type { Desk } from "../desk";
import { appendEvent } from "../journal/append";
import type { Author, Subject } from "../journal/append";

/**
 * Writes an event and the status that follows from it, in one transaction and under the operation's
 * row lock, so that two writers never both decide. Gives the status after the event. Throws a
 * unique violation where a `settled` event claims a movement that another operation has claimed.
 */
export async function recordEvent(
  desk: Desk,
  author: Author,
  subject: Subject,
  event: OperationEvent,
): Promise<OperationStatus> {
  const write = (claim: Claim) =>
    desk.db.transaction().execute((tx) => recordEventIn(tx, desk, author, subject, event, claim));
  try {
    return await write("claims-movement");
  } catch (error) {
    // What the issuer answers in `data` is not documented: an id that is no movement's own must not
    // cost us its definite word that the money moved.
    if (event.kind !== "operation.applied" || !isMovementClaimed(error)) throw error;
    return write("claims-nothing");
  }
}

type Claim = "claims-movement" | "claims-nothing";

const UNIQUE_VIOLATION = "23505";

/** Whether the error says that another operation has claimed the movement. */
export function isMovementClaimed(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === UNIQUE_VIOLATION &&
    error.constraint === "operations_movement_claimed"
  );
}

/** As `recordEvent`, inside a transaction of the caller's. */
export async function recordEventIn(
  tx: Transaction<Schema>,
  desk: Desk,
  author: Author,
  subject: Subject,
  event: OperationEvent,
  claim: Claim = "claims-movement",
): Promise<OperationStatus> {
  const at = desk.now();
  const before = await tx
    .selectFrom("operations")
    .select(["status", "looks"])
    .where("id", "=", subject.operationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await appendEvent(tx, at, author, subject, event);
  const status = statusAfter(before.status, event);
  const movementId = claim === "claims-movement" && "movementId" in event ? event.movementId : null;
  const isOwner = status === "applied" && status !== before.status && movementId !== null;
  const changes = {
    ...(status === before.status ? {} : changeTo(status, at, desk)),
    ...changeBy(event, status, before.looks, at, desk),
    ...(isOwner ? { movement_id: movementId } : {}),
  };
  if (Object.keys(changes).length > 0) {
    await tx.updateTable("operations").set(changes).where("id", "=", subject.operationId).execute();
  }
  return status;
}

/** What a new status changes beside itself. */
export function changeTo(status: OperationStatus, at: Date, { settling }: Pick<Desk, "settling">) {
  const isUnknown = status === "unknown";
  return {
    status,
    outcome_at: at,
    // Given back and never taken again: see the migration.
    ...(holdsReference(status) ? {} : { holds_reference: false }),
    ...(isUnknown ? { unknown_since: at } : {}),
    proposal: null,
    next_look_at: isUnknown ? new Date(at.getTime() + pauseAfter(0, settling)) : null,
  };
}

/** What an event changes beside the status that follows from it. */
function changeBy(
  event: OperationEvent,
  status: OperationStatus,
  looksBefore: number,
  at: Date,
  { settling }: Desk,
) {
  // A look that could not read everything proves nothing, and does not count.
  const isWhole = !("unreadable" in event) || event.unreadable === 0;
  const looked = { looks: looksBefore + (isWhole ? 1 : 0), last_look_at: at };
  if (event.kind === "operation.proven-absent") return looked;
  // A supervisor's word is no look of ours.
  if (event.kind === "operation.settled") return event.how === "reference" ? looked : {};
  if (status === "not-applied") return proposalAfter(event);
  // Two may look at once, and one of them settles: what the other one found changes nothing.
  if (status !== "unknown") return {};
  const nextLookAt = new Date(at.getTime() + pauseAfter(looked.looks, settling));
  switch (event.kind) {
    case "operation.checked":
      return { ...looked, next_look_at: nextLookAt };
    case "operation.proposed":
      return { ...looked, next_look_at: nextLookAt, ...proposalAfter(event) };
    case "operation.proposal-rejected":
      // The next look begins at once: there may be another one.
      return { next_look_at: at, ...proposalAfter(event) };
    case "operation.intended":
    case "operation.applied":
    case "operation.refused":
    case "operation.unknown":
    case "operation.settled-by-hand":
    case "operation.noted":
      return {};
  }
}

/**
 * What waits for a supervisor's answer after this event. Also on an operation that was proven absent:
 * the last look before sending it again may find something.
 */
function proposalAfter(event: OperationEvent) {
  if (event.kind === "operation.proposal-rejected") return { proposal: null };
  if (event.kind !== "operation.proposed") return {};
  const { kind: _, ...proposal } = event;
  return { proposal: JSON.stringify(proposal) };
}
