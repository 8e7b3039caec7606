import "server-only";

import type { Selectable } from "kysely";

import { cardStatusOf } from "@/lib/domain/card";
import type { Card } from "@/lib/domain/card";
import { CardId } from "@/lib/domain/ids";

import type { Schema } from "../db/schema";

/** A card as the desk last saw it: everything but the balance, which only the issuer knows. */
export type SeenCard = Omit<Card, "balance">;

/** The remembered row in our words. */
export function seenCardOf(row: Selectable<Schema["cards_seen"]>): SeenCard {
  return {
    id: CardId.parse(row.card_id),
    holder: row.holder,
    maskedNumber: row.masked_number,
    lastFour: row.last_four,
    status: cardStatusOf(row.issuer_status),
    issuerStatus: row.issuer_status,
    currency: row.currency,
  };
}
