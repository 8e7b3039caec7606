import "server-only";

import type { Failure } from "@/lib/domain/failure";
import type { OperationId } from "@/lib/domain/ids";
import type { OperationEvent, OperationStatus } from "@/lib/domain/journal";
import { readNote } from "@/lib/domain/note";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { rowOf } from "./find-operation";
import type { OperationRow } from "./find-operation";
import { isMovementClaimed, recordEventIn } from "./record";

export interface Decided {
  readonly operationId: OperationId;
  readonly status: OperationStatus;
}

/**
 * Records what a person decides about an operation. `eventFor` looks at the row under its lock, so
 * that nobody decides about something that has changed since the page was drawn. Fails with
 * `movement-claimed` where the event names a movement that another operation has.
 */
export async function decide(
  desk: Desk,
  actor: Actor,
  operationId: OperationId,
  eventFor: (row: OperationRow) => Result<OperationEvent, Failure>,
): Promise<Result<Decided, Failure>> {
  try {
    return await desk.db.transaction().execute(async (tx) => {
      const row = await tx
        .selectFrom("operations")
        .selectAll()
        .where("id", "=", operationId)
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return fail({ kind: "not-found", what: "operation" });
      const operation = rowOf(row);
      const event = eventFor(operation);
      if (!event.ok) return event;
      const subject = { operationId, cardId: operation.card_id };
      const author = { kind: "person", actor } as const;
      const status = await recordEventIn(tx, desk, author, subject, event.value);
      return ok({ operationId, status });
    });
  } catch (error) {
    if (!isMovementClaimed(error)) throw error;
    return fail({ kind: "movement-claimed" });
  }
}

/** The failure that says what the operation has become instead of what the decision needs. */
export function changedMeanwhile({ id, status }: OperationRow): Result<never, Failure> {
  return fail({ kind: "wrong-status", operationId: id, status });
}

/** A reason that must be given: fails at the field `reason` with what is wrong with it. */
export function requireReason(typed: string): Result<string, Failure> {
  const reason = readNote(typed);
  if (reason.ok) return reason;
  return fail({ kind: "invalid", fields: [{ path: "reason", problem: reason.failure }] });
}
