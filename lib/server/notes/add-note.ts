import "server-only";

import type { Transaction } from "kysely";
import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import { readNote } from "@/lib/domain/note";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Schema } from "../db/schema";
import type { Actor, Desk } from "../desk";
import { findOperation } from "../operations/find-operation";
import { recordEventIn } from "../operations/record";

const Envelope = z.object({
  operationId: OperationId,
  /** As typed; far longer ones are not worth reading. */
  text: z.string().max(10_000),
});

/**
 * Adds a note to an operation, whatever its outcome. Nothing is ever changed or removed. The same
 * text again from the same person is the note that is already there: a press whose answer was lost
 * may be pressed again.
 */
export async function addNote(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<{ readonly operationId: OperationId }, Failure>> {
  if (!may(actor.operator, "note.write")) return fail({ kind: "denied", permission: "note.write" });
  const envelope = Envelope.safeParse(input);
  if (!envelope.success) {
    const fields = envelope.error.issues.map(({ path, code }) => ({
      path: path.join("."),
      problem: code === "too_big" ? "text.long" : code,
    }));
    return fail({ kind: "invalid", fields });
  }
  const { operationId } = envelope.data;
  const text = readNote(envelope.data.text);
  if (!text.ok) return fail({ kind: "invalid", fields: [{ path: "text", problem: text.failure }] });
  const row = await findOperation(desk, actor, operationId);
  if (row === null) return fail({ kind: "not-found", what: "operation" });

  await desk.db.transaction().execute(async (tx) => {
    if ((await lastNoteBy(tx, actor, operationId)) === text.value) return;
    const subject = { operationId, cardId: row.card_id };
    const event = { kind: "operation.noted", text: text.value } as const;
    await recordEventIn(tx, desk, { kind: "person", actor }, subject, event);
  });
  return ok({ operationId });
}

const Noted = z.object({ text: z.string() });

/** The person's latest note on the operation, under the lock that every writer of its story takes. */
async function lastNoteBy(
  tx: Transaction<Schema>,
  { operator }: Actor,
  operationId: OperationId,
): Promise<string | null> {
  await tx
    .selectFrom("operations")
    .select("id")
    .where("id", "=", operationId)
    .forUpdate()
    .execute();
  const last = await tx
    .selectFrom("journal")
    .select("data")
    .where("operation_id", "=", operationId)
    .where("kind", "=", "operation.noted")
    .where("operator_id", "=", operator.id)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? null : Noted.parse(last.data).text;
}
