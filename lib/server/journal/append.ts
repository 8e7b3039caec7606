import "server-only";

import { sql } from "kysely";
import type { RawBuilder, Transaction } from "kysely";

import { AccessEvent } from "@/lib/domain/access";
import type { CardId, OperationId, OperatorId } from "@/lib/domain/ids";
import { LineEvent, OperationEvent } from "@/lib/domain/journal";

import type { Database } from "../db/connect";
import type { Schema } from "../db/schema";
import type { Actor, Origin } from "../desk";

/**
 * Who wrote an entry: a signed-in person, the desk itself where nobody asked, whoever has the
 * database's own credentials, or somebody at the door who is nobody yet.
 */
export type Author =
  | { readonly kind: "person"; readonly actor: Actor }
  | { readonly kind: "desk" }
  | { readonly kind: "command-line" }
  | { readonly kind: "nobody"; readonly origin: Origin };

/** What an entry is about. */
export interface Subject {
  readonly operationId: OperationId;
  readonly cardId: CardId;
}

/** What an entry about access is about: a card, a person, or nothing but its author. */
export interface AccessSubject {
  readonly cardId?: CardId;
  readonly aboutOperatorId?: OperatorId;
}

/** The desk's name where it acts by itself. */
const DESK = { operator_id: null, operator_name: "Funds Desk", operator_role: "desk" } as const;
const COMMAND_LINE = { ...DESK, operator_name: "Command line" } as const;
const NOBODY = { operator_id: null, operator_name: "", operator_role: "nobody" } as const;

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
    .values({ ...entry, operation_id: null, card_id: null, about_operator_id: null })
    .execute();
}

/**
 * Writes who got in, what they saw or what they were denied. Alone or in the caller's transaction;
 * whoever calls does not go on when it throws: what cannot be journaled is not done.
 */
export async function appendAccessEvent(
  db: Database | Transaction<Schema>,
  at: Date,
  author: Author,
  event: AccessEvent,
  subject: AccessSubject = {},
): Promise<void> {
  await db
    .insertInto("journal")
    .values(accessEntryOf(at, author, event, subject))
    .execute();
}

/** The row of an event about access. For statements that write it together with what it changes. */
export function accessEntryOf(
  at: Date,
  author: Author,
  event: AccessEvent,
  { cardId, aboutOperatorId }: AccessSubject = {},
) {
  const { kind, ...data } = AccessEvent.parse(event);
  return {
    ...authorOf(author),
    at,
    kind,
    // An entry with an operation is a part of its story.
    operation_id: null,
    card_id: cardId ?? null,
    about_operator_id: aboutOperatorId ?? null,
    data: JSON.stringify(data),
  };
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

/**
 * The end of a statement that changes an operation and writes its entry: the entry follows when
 * `source`, a part of the statement before it with `id` and `card_id`, has a row.
 */
export function insertEntryFrom(
  source: "intent" | "held",
  entry: ReturnType<typeof entryOf>,
): RawBuilder<unknown> {
  return sql`
    insert into journal
      (at, kind, operation_id, card_id, operator_id, operator_name, operator_role, address,
       request_id, session_id, data)
    select ${entry.at}::timestamptz, ${entry.kind}, id, card_id, ${entry.operator_id}::uuid,
           ${entry.operator_name}, ${entry.operator_role}, ${entry.address},
           ${entry.request_id}::uuid, ${entry.session_id}::uuid, ${entry.data}::jsonb
      from ${sql.ref(source)}`;
}

function authorOf(author: Author) {
  switch (author.kind) {
    case "person": {
      const { operator, address, requestId, sessionId } = author.actor;
      return {
        operator_id: operator.id,
        operator_name: operator.name,
        operator_role: operator.role,
        address,
        request_id: requestId,
        session_id: sessionId,
      };
    }
    case "nobody": {
      const { address, requestId } = author.origin;
      return { ...NOBODY, address, request_id: requestId, session_id: null };
    }
    case "command-line":
      return { ...COMMAND_LINE, address: null, request_id: null, session_id: null };
    case "desk":
      return { ...DESK, address: null, request_id: null, session_id: null };
  }
}
