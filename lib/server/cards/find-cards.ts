import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { CardId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";
import { containsCardNumber } from "@/lib/domain/text";

import type { Actor, Desk } from "../desk";
import { recordListRead } from "../journal/record-reads";
import { viewOf } from "../operations/view";
import type { OperationView } from "../operations/view";
import { readCard } from "./read-card";
import { seenCardOf } from "./seen-card";
import type { SeenCard } from "./seen-card";

const LIMIT = 20;

export interface Found {
  /** The card whose id was typed, when the issuer has it. */
  readonly byId: CardId | null;
  /** Why the issuer could not say whether it has a card of this id; null when it could. */
  readonly issuerFailure: Failure | null;
  /** Cards that the desk has seen whose number ends in the four digits typed. */
  readonly byLastFour: readonly SeenCard[];
  /** Operations with this reference, on any card. */
  readonly byReference: readonly OperationView[];
}

/**
 * Finds a card by what a person has at hand: its id, the reference of an operation on it, or the
 * last four digits of its number among the cards that the desk has seen. An issuer that does not
 * answer leaves the other two. A whole card number is refused with `invalid`: it has no business in
 * a search box or a URL.
 */
export async function findCards(
  desk: Desk,
  actor: Actor,
  typed: string,
): Promise<Result<Found, Failure>> {
  if (!may(actor.operator, "card.read")) return fail({ kind: "denied", permission: "card.read" });
  const text = typed.trim().slice(0, 100);
  if (containsCardNumber(text)) {
    return fail({ kind: "invalid", fields: [{ path: "find", problem: "text.card-number" }] });
  }
  const cardId = CardId.safeParse(text);
  const isLastFour = /^\d{4}$/.test(text);
  await recordListRead(desk, actor, "cards", {
    id: cardId.success,
    "last-four": isLastFour,
    reference: text !== "",
  });
  const byId = cardId.success ? await readCard(desk, actor, cardId.data) : null;
  const failure = byId?.ok === false ? byId.failure : null;
  return ok({
    byId: byId?.ok === true && cardId.success ? cardId.data : null,
    issuerFailure: failure?.kind === "not-found" ? null : failure,
    byLastFour: isLastFour ? await endingIn(desk, text) : [],
    byReference: text === "" ? [] : await withReference(desk, actor, text),
  });
}

async function endingIn(desk: Desk, lastFour: string): Promise<SeenCard[]> {
  const rows = await desk.db
    .selectFrom("cards_seen")
    .selectAll()
    .where("last_four", "=", lastFour)
    .orderBy("seen_at", "desc")
    .limit(LIMIT)
    .execute();
  return rows.map(seenCardOf);
}

async function withReference(
  desk: Desk,
  actor: Actor,
  reference: string,
): Promise<OperationView[]> {
  if (!may(actor.operator, "operation.read")) return [];
  const rows = await desk.db
    .selectFrom("operations")
    .selectAll()
    .where("reference", "=", reference)
    .orderBy("created_at", "desc")
    .limit(LIMIT)
    .execute();
  return rows.map(viewOf);
}
