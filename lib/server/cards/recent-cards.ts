import "server-only";

import { may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";
import { seenCardOf } from "./seen-card";
import type { SeenCard } from "./seen-card";

const COUNT = 8;

/** The cards that this person looked at last, the latest first. */
export async function recentCards(
  desk: Desk,
  actor: Actor,
): Promise<readonly (SeenCard & { readonly visitedAt: Date })[]> {
  if (!may(actor.operator, "card.read")) return [];
  const rows = await desk.db
    .selectFrom("card_visits")
    .innerJoin("cards_seen", "cards_seen.card_id", "card_visits.card_id")
    .selectAll("cards_seen")
    .select("card_visits.visited_at")
    .where("card_visits.operator_id", "=", actor.operator.id)
    .orderBy("card_visits.visited_at", "desc")
    .limit(COUNT)
    .execute();
  return rows.map((row) => ({ ...seenCardOf(row), visitedAt: row.visited_at }));
}
