import "server-only";

import type { Transaction } from "kysely";

import type { CardId, OperationId } from "@/lib/domain/ids";
import { LineEvent, OperationEvent } from "@/lib/domain/journal";

import type { Schema } from "../db/schema";
import type { Actor } from "../desk";

/** Who wrote an entry: a signed-in person, or the desk itself where nobody asked. */
export type Author = { readonly kind: "person"; readonly actor: Actor } | { readonly kind: "desk" };

/** What an entry is about. */
export interface Subject {
  readonly operationId: OperationId;
  readonly cardId: CardId;
}

/** The desk's name where it acts by itself. */
const DESK = { id: null, name: "Funds Desk", role: "desk" } as const;

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
  const entry = entryOf(at, author, subject, event);
  await tx.insertInto("journal").values(entry).execute();
}

/** As `appendEvent`, for an event of the desk as a whole. */
export async function appendLineEvent(
  tx: Transaction<Schema>,
  at: Date,
  author: Author,
  event: LineEvent,
): Promise<void> {
  const { kind, ...data } = LineEvent.parse(event);
  const entry = { ...authorOf(author), at, kind, data: JSON.stringify(data) };
  await tx
    .insertInto("journal")
    .values({ ...entry, operation_id: null, card_id: null })
    .execute();
}

/** The row of an event. For statements that write it together with what it changes. */
export function entryOf(at: Date, author: Author, subject: Subject, event: OperationEvent) {
  const { kind, ...data } = OperationEvent.parse(event);
  return {
    at,
    kind,
    operation_id: subject.operationId,
    card_id: subject.cardId,
    ...authorOf(author),
    data: JSON.stringify(data),
  };
}

function authorOf(author: Author) {
  const { id, name, role } = author.kind === "person" ? author.actor.operator : DESK;
  return { operator_id: id, operator_name: name, operator_role: role };
}
