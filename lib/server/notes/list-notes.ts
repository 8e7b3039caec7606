import "server-only";

import { sql } from "kysely";

import type { CardId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";
import { viewOf } from "../operations/view";
import type { OperationView } from "../operations/view";

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
): Promise<readonly OperationView[]> {
  if (!may(actor.operator, "note.read")) return [];
  let query = desk.db
    .selectFrom("operations")
    .selectAll()
    .where(
      sql<boolean>`coalesce(details ->> 'observations', details ->> 'description') is not null`,
    );
  if (filter.cardId !== undefined) query = query.where("card_id", "=", filter.cardId);
  const rows = await query
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(Math.min(filter.limit ?? 50, 200))
    .offset(filter.offset ?? 0)
    .execute();
  return rows.map(viewOf);
}
