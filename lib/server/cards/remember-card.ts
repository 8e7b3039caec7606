import "server-only";

import type { Card } from "@/lib/domain/card";

import type { Actor, Desk } from "../desk";

/** Keeps what the finder and the home page need: the card as last seen, and that this person saw it. */
export async function rememberCard(desk: Desk, actor: Actor, card: Card): Promise<void> {
  const seen = {
    masked_number: card.maskedNumber,
    last_four: card.lastFour,
    holder: card.holder,
    issuer_status: card.issuerStatus,
    currency: card.currency,
    seen_at: desk.now(),
  };
  await desk.db
    .insertInto("cards_seen")
    .values({ card_id: card.id, ...seen })
    .onConflict((conflict) => conflict.column("card_id").doUpdateSet(seen))
    .execute();
  const visit = { visited_at: desk.now() };
  await desk.db
    .insertInto("card_visits")
    .values({ operator_id: actor.operator.id, card_id: card.id, ...visit })
    .onConflict((conflict) => conflict.columns(["operator_id", "card_id"]).doUpdateSet(visit))
    .execute();
}
