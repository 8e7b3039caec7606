import "server-only";

import { sql } from "kysely";

import type { CardId } from "@/lib/domain/ids";
import { Role, may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";
import { recordCardRead, recordListRead } from "../journal/record-reads";
import { viewOf } from "../operations/view";
import type { OperationView } from "../operations/view";

/**
 * What a note was written as: with the operation, in either mode; as the reason to send it although a
 * similar one had been sent; or on it later.
 */
export type NoteKind = "observations" | "description" | "goOnReason" | "note";

/** A note with its operation, and whose card and role it was. */
export interface NoteView {
  /** Its own, of all notes: an operation may have many. */
  readonly key: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly at: Date;
  readonly by: string;
  /** The role that the person wrote it in, from the journal; null where the journal has none of ours. */
  readonly role: Role | null;
  readonly operation: OperationView;
  readonly holder: string | null;
  readonly lastFour: string | null;
}

export interface NoteFilter {
  readonly cardId?: CardId;
  readonly limit?: number;
  readonly offset?: number;
}

/** What of the filter and the person's rights either kind of note is chosen by. */
interface Scope {
  readonly cardId: CardId | null;
  /** Only notes by this person, and those that others wrote on this person's operations. */
  readonly operatorId: string | null;
  readonly upTo: number;
}

/**
 * The notes that people wrote, with operations (observations and descriptions) and on them later,
 * newest first, each with its operation: who, when, on what, how much and with which outcome.
 * Everyone with the right to read notes reads everybody's on a card; those of all cards follow the
 * list of operations.
 */
export async function listNotes(
  desk: Desk,
  actor: Actor,
  filter: NoteFilter,
): Promise<readonly NoteView[]> {
  if (!may(actor.operator, "note.read")) return [];
  const isOwnOnly = filter.cardId === undefined && !may(actor.operator, "operation.list-all");
  if (filter.cardId !== undefined) {
    await recordCardRead(desk, actor, filter.cardId, { what: "notes" });
  } else if (!isOwnOnly) {
    await recordListRead(desk, actor, "notes");
  }
  const limit = Math.min(filter.limit ?? 50, 200);
  const offset = filter.offset ?? 0;
  const scope = {
    cardId: filter.cardId ?? null,
    operatorId: isOwnOnly ? actor.operator.id : null,
    upTo: offset + limit,
  };
  const written = sentWithOperations(desk, scope)
    .unionAll(inTheJournal(desk, scope, REASONS))
    .unionAll(inTheJournal(desk, scope, NOTES));
  const rows = await desk.db
    .selectFrom(written.as("note"))
    .innerJoin("operations", "operations.id", "note.operation_id")
    .leftJoin("cards_seen", "cards_seen.card_id", "operations.card_id")
    .selectAll("operations")
    .select(["note.at", "note.seq", "note.kind", "note.text", "note.by", "note.role"])
    .select(["cards_seen.holder", "cards_seen.last_four"])
    .orderBy("note.at", "desc")
    .orderBy("note.seq", "desc")
    .orderBy("note.operation_id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    key: `${row.id}.${row.seq}`,
    kind: row.kind,
    text: row.text,
    at: row.at,
    by: row.by,
    role: Role.safeParse(row.role).data ?? null,
    operation: viewOf(row),
    holder: row.holder,
    lastFour: row.last_four,
  }));
}

/** Each kind ordered and cut by itself, so that either is read along its index and no further. */
function sentWithOperations({ db }: Desk, { cardId, operatorId, upTo }: Scope) {
  let query = db
    .selectFrom("operations")
    .select(["id as operation_id", "created_at as at", "operator_name as by"])
    .select((select) => [
      sql<bigint>`0::bigint`.as("seq"),
      sql<NoteKind>`case when details ->> 'observations' is null
        then 'description' else 'observations' end`.as("kind"),
      sql<string>`coalesce(details ->> 'observations', details ->> 'description')`.as("text"),
      select
        .selectFrom("journal")
        .select("journal.operator_role")
        .whereRef("journal.operation_id", "=", "operations.id")
        .orderBy("journal.seq")
        .limit(1)
        .as("role"),
    ])
    .where(
      sql<boolean>`coalesce(details ->> 'observations', details ->> 'description') is not null`,
    );
  if (cardId !== null) query = query.where("card_id", "=", cardId);
  if (operatorId !== null) query = query.where("operator_id", "=", operatorId);
  const cut = query.orderBy("created_at", "desc").orderBy("id", "desc").limit(upTo);
  return db
    .selectFrom(cut.as("sent"))
    .select(["operation_id", "at", "by", "seq", "kind", "text", "role"]);
}

/** Texts that stand in the journal alone. Each kind has an index of its own, by this very condition. */
const NOTES = {
  kind: sql<NoteKind>`'note'`,
  text: sql<string>`journal.data ->> 'text'`,
  isOne: sql<boolean>`journal.kind = 'operation.noted'`,
};
const REASONS = {
  kind: sql<NoteKind>`'goOnReason'`,
  text: sql<string>`journal.data ->> 'goOnReason'`,
  isOne: sql<boolean>`journal.kind = 'operation.intended'
    and journal.data ->> 'goOnReason' is not null`,
};

function inTheJournal(
  { db }: Desk,
  { cardId, operatorId, upTo }: Scope,
  { kind, text, isOne }: typeof NOTES,
) {
  let query = db
    .selectFrom("journal")
    .innerJoin("operations", "operations.id", "journal.operation_id")
    .select(["operations.id as operation_id", "journal.at as at", "journal.operator_name as by"])
    .select(["journal.seq as seq", "journal.operator_role as role"])
    .select([kind.as("kind"), text.as("text")])
    .where(isOne);
  if (cardId !== null) {
    query = query
      .where("journal.card_id", "=", cardId)
      // Said for the index: the join says the same.
      .where("journal.operation_id", "is not", null);
  }
  if (operatorId !== null) {
    query = query.where((where) =>
      where.or([
        where("journal.operator_id", "=", operatorId),
        where("operations.operator_id", "=", operatorId),
      ]),
    );
  }
  const cut = query.orderBy("journal.at", "desc").orderBy("journal.seq", "desc").limit(upTo);
  return db
    .selectFrom(cut.as("later"))
    .select(["operation_id", "at", "by", "seq", "kind", "text", "role"]);
}
