import "server-only";

import type { Transaction } from "kysely";

import type { CardId, OperationId } from "@/lib/domain/ids";
import { OperationEvent } from "@/lib/domain/journal";

import type { Schema } from "../db/schema";
import type { Actor } from "../desk";

/** Who wrote an entry: a signed-in person, or the desk itself where nobody asked. */
export type Author = { readonly kind: "person"; readonly actor: Actor } | { readonly kind: "desk" };

/** What an entry is about. */
export interface Subject {
  readonly operationId: OperationId;
  readonly cardId: CardId;
}

/**
 * Writes one event of an operation into the journal, in the caller's transaction, so that the event
 * and what it changes are durable together or not at all.
 */
export async function appendEvent(
  tx: Transaction<Schema>,
  at: Date,
  author: Author,
  subject: Subject,
  event: OperationEvent,
): Promise<void> {
  const { kind, ...data } = OperationEvent.parse(event);
  const operator = author.kind === "person" ? author.actor.operator : null;
  await tx
    .insertInto("journal")
    .values({
      at,
      kind,
      operation_id: subject.operationId,
      card_id: subject.cardId,
      operator_id: operator?.id ?? null,
      operator_name: operator?.name ?? "Funds Desk",
      operator_role: operator?.role ?? "desk",
      data: JSON.stringify(data),
    })
    .execute();
}
