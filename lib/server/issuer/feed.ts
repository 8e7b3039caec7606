import "server-only";

import type { Failure } from "@/lib/domain/failure";
import type { CardId } from "@/lib/domain/ids";
import { monthParts } from "@/lib/domain/month";
import type { Month } from "@/lib/domain/month";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { readIssuer } from "./read";
import { feedFromWire } from "./translate";
import type { Feed } from "./translate";

/** The issuer's code for a card that it does not have (support/error-catalog). */
export const CARD_NOT_FOUND = "7200";

/**
 * A card's month as the issuer tells it (`GET /cards/{cardId}/transfers/{month}/{year}`,
 * wallet/assign-funds). `cardCurrency` stands in where a row names none.
 */
export async function readFeed(
  desk: Desk,
  actor: Actor,
  cardId: CardId,
  month: Month,
  cardCurrency: string | null,
): Promise<Result<Feed, Failure>> {
  const { month: number, year } = monthParts(month);
  const data = await readIssuer(desk, actor, `cards/${cardId}/transfers/${number}/${year}`);
  if (!data.ok) {
    const isNoCard = data.failure.kind === "issuer-refused" && data.failure.code === CARD_NOT_FOUND;
    return isNoCard ? fail({ kind: "not-found", what: "card" }) : data;
  }
  const feed = feedFromWire(data.value, cardCurrency);
  return feed === null ? fail({ kind: "issuer-unavailable" }) : ok(feed);
}
