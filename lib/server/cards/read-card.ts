import "server-only";

import type { Card } from "@/lib/domain/card";
import type { Failure } from "@/lib/domain/failure";
import type { CardId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { CARD_NOT_FOUND } from "../issuer/feed";
import { readIssuer } from "../issuer/read";
import { cardFromWire, unreadableCard } from "../issuer/translate";
import { recordCardRead } from "../journal/record-reads";
import { rememberCard } from "./remember-card";

/** Codes with which an issuer says that it has no way to read a card (404 and 7010, error-catalog). */
const NO_SUCH_READING = new Set(["404", "7010", "405"]);

/**
 * The card as the issuer shows it now, and remembered for the finder. Card reading is undocumented:
 * where the issuer has no such call, a card comes back that has only its id, and the desk goes on
 * without the balance. Fails with `not-found` for a card that the issuer does not have, and with the
 * issuer's failures.
 */
export async function readCard(
  desk: Desk,
  actor: Actor,
  cardId: CardId,
): Promise<Result<Card, Failure>> {
  if (!may(actor.operator, "card.read")) return fail({ kind: "denied", permission: "card.read" });
  await recordCardRead(desk, actor, cardId, { what: "card" });
  const data = await readIssuer(desk, actor, `cards/${cardId}`);
  if (!data.ok) {
    if (data.failure.kind !== "issuer-refused") return data;
    if (data.failure.code === CARD_NOT_FOUND) return fail({ kind: "not-found", what: "card" });
    return NO_SUCH_READING.has(data.failure.code) ? ok(unreadableCard(cardId)) : data;
  }
  const card = cardFromWire(data.value, cardId) ?? unreadableCard(cardId);
  await rememberCard(desk, actor, card);
  return ok(card);
}
