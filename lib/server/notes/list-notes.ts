import "server-only";

import { sql } from "kysely";

import type { CardId } from "@/lib/domain/ids";
import { Role, may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";
import { viewOf } from "../operations/view";
import type { OperationView } from "../operations/view";

/** A note with its operation, and whose card and role it was. */
export interface NoteView extends OperationView {
  /** The role that the person wrote it in, from the journal; null where the journal has none of ours. */
  readonly operatorRole: Role | null;
  readonly holder: string | null;
  readonly lastFour: string | null;
}

export interface NoteFilter {
  readonly cardId?: CardId;
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * The notes that people wrote with operations (observations and descriptions), newest first, each
 * with its operation: who, when, on what, how much and with which outcome. Everyone with the right
 * to read notes reads everybody's: that is what notes are for.
 */
export async function listNotes(
  desk: Desk,
  actor: Actor,
  filter: NoteFilter,
): Promise<readonly NoteView[]> {
  if (!may(actor.operator, "note.read")) return [];
  let query = desk.db
    .selectFrom("operations")
    .leftJoin("cards_seen", "cards_seen.card_id", "operations.card_id")
    .selectAll("operations")
    .select(["cards_seen.holder", "cards_seen.last_four"])
    .select((select) =>
      select
        .selectFrom("journal")
        .select("journal.operator_role")
        .whereRef("journal.operation_id", "=", "operations.id")
        .orderBy("journal.seq")
        .limit(1)
        .as("operator_role"),
    )
    .where(
      sql<boolean>`coalesce(details ->> 'observations', details ->> 'description') is not null`,
    );
  // A card's notes are for whoever has the card; those of all cards follow the list of operations.
  if (filter.cardId === undefined && !may(actor.operator, "operation.list-all")) {
    query = query.where("operator_id", "=", actor.operator.id);
  }
  if (filter.cardId !== undefined) query = query.where("operations.card_id", "=", filter.cardId);
  const rows = await query
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(Math.min(filter.limit ?? 50, 200))
    .offset(filter.offset ?? 0)
    .execute();
  return rows.map((row) => ({
    ...viewOf(row),
    operatorRole: Role.safeParse(row.operator_role).data ?? null,
    holder: row.holder,
    lastFour: row.last_four,
  }));
}
