import "server-only";

import type { Transaction } from "kysely";

import { statusAfter } from "@/lib/domain/journal";
import type { OperationEvent, OperationStatus } from "@/lib/domain/journal";

import type { Schema } from "../db/schema";
import type { Desk } from "../desk";
import { appendEvent } from "../journal/append";
import type { Author, Subject } from "../journal/append";

/**
 * Writes an event and the status that follows from it, in one transaction and under the operation's
 * row lock, so that two writers never both decide. Gives the status after the event.
 */
export function recordEvent(
  desk: Desk,
  author: Author,
  subject: Subject,
  event: OperationEvent,
): Promise<OperationStatus> {
  return desk.db
    .transaction()
    .execute((tx) => recordEventIn(tx, desk.now(), author, subject, event));
}

/** As `recordEvent`, inside a transaction of the caller's. */
export async function recordEventIn(
  tx: Transaction<Schema>,
  at: Date,
  author: Author,
  subject: Subject,
  event: OperationEvent,
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
    const movementId = "movementId" in event ? event.movementId : null;
    await tx
      .updateTable("operations")
      .set({ status, outcome_at: at, ...(movementId === null ? {} : { movement_id: movementId }) })
      .where("id", "=", subject.operationId)
      .execute();
  }
  return status;
}
