import "server-only";

import type { CardId, OperationId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";

import type { Actor, Desk } from "../desk";
import { appendOnceAMinute } from "./append-once-a-minute";

/** What of a card a person is about to see. */
export type CardPart =
  | { readonly what: "card" | "notes" }
  | { readonly what: "movements"; readonly month: Month }
  | { readonly what: "operation"; readonly operationId: OperationId };

/**
 * Writes down that a person looks at a card, before they see it: whoever calls does not go on when it
 * throws. The same look by the same session is written once a minute.
 */
export async function recordCardRead(
  desk: Desk,
  actor: Actor,
  cardId: CardId,
  part: CardPart,
): Promise<void> {
  const month = part.what === "movements" ? part.month : null;
  const operationId = part.what === "operation" ? part.operationId : null;
  await appendOnceAMinute(
    desk,
    ["read", actor.sessionId, cardId, part.what, month ?? operationId].join(" "),
    { kind: "person", actor },
    { kind: "card.read", what: part.what, month, operationId },
    { cardId },
  );
}

/** The lists that show more than one's own. */
export type ListName = "cards" | "operations" | "unsettled" | "notes" | "people" | "sessions";

/**
 * As `recordCardRead`, for a list. `isCutBy` says for each of its filters whether it was used: which
 * ones is written down, and never what was typed into them.
 */
export async function recordListRead(
  desk: Desk,
  actor: Actor,
  list: ListName,
  isCutBy: Readonly<Record<string, boolean>> = {},
): Promise<void> {
  const filters = Object.keys(isCutBy).filter((name) => isCutBy[name]);
  await appendOnceAMinute(
    desk,
    ["list", actor.sessionId, list, ...filters].join(" "),
    { kind: "person", actor },
    { kind: "list.read", list, filters },
  );
}
