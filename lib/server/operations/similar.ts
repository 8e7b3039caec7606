import "server-only";

import { sql } from "kysely";

import type { CardId, OperationId } from "@/lib/domain/ids";
import type { Money } from "@/lib/domain/money";
import type { Direction } from "@/lib/domain/operation";

import type { Desk } from "../desk";
import { viewOf } from "./view";
import type { OperationView } from "./view";

/** What makes operations look alike to whoever might be doing the same thing twice. */
export interface Likeness {
  /** The operation that is about to be sent; it is never like itself. */
  readonly operationId: OperationId;
  readonly cardId: CardId;
  readonly direction: Direction;
  readonly amount: Money;
}

export interface Similar {
  /** The newest ones. */
  readonly newest: readonly OperationView[];
  readonly count: number;
}

const SHOWN = 5;

/**
 * Operations of the last hours on the same card, in the same direction and over the same amount, that
 * moved money or may have. It looks and does not lock: two people who send the same at the very same
 * moment both pass, because what is similar is never forbidden, only asked about.
 */
export async function findSimilar(desk: Desk, like: Likeness): Promise<Similar> {
  const similar = similarTo(desk, like);
  if (similar === null) return { newest: [], count: 0 };
  const rows = await similar
    .selectAll()
    .select(sql<string>`count(*) over ()`.as("count"))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(SHOWN)
    .execute();
  return { newest: rows.map(viewOf), count: Number(rows[0]?.count ?? 0) };
}

/** The query for them, for whoever asks it within another one; null where nobody is to be asked. */
export function similarTo({ db, now, similarWindowMs }: Desk, like: Likeness) {
  if (similarWindowMs === 0) return null;
  return db
    .selectFrom("operations")
    .where("card_id", "=", like.cardId)
    .where("created_at", ">", new Date(now().getTime() - similarWindowMs))
    .where("direction", "=", like.direction)
    .where("amount_units", "=", like.amount.units)
    .where("currency", "=", like.amount.currency)
    .where("status", "in", ["intended", "applied", "unknown"])
    .where("id", "!=", like.operationId);
}
