import "server-only";

import type { Transaction } from "kysely";
import pg from "pg";

import { statusAfter } from "@/lib/domain/journal";
import type { OperationEvent, OperationStatus } from "@/lib/domain/journal";

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
    desk.db
      .transaction()
      .execute((tx) => recordEventIn(tx, desk.now(), author, subject, event, claim));
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
  at: Date,
  author: Author,
  subject: Subject,
  event: OperationEvent,
  claim: Claim = "claims-movement",
): Promise<OperationStatus> {
  const { status: before } = await tx
    .selectFrom("operations")
    .select("status")
    .where("id", "=", subject.operationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await appendEvent(tx, at, author, subject, event);
  const status = statusAfter(before, event.kind);
  if (status !== before) {
    const isClaim = claim === "claims-movement" && "movementId" in event;
    const movementId = isClaim ? event.movementId : null;
    await tx
      .updateTable("operations")
      .set({ status, outcome_at: at, ...(movementId === null ? {} : { movement_id: movementId }) })
      .where("id", "=", subject.operationId)
      .execute();
  }
  return status;
}
