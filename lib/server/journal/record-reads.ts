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

/** The lists that show more than one's own work. */
export type ListName = "cards" | "operations" | "unsettled" | "notes";

/** As `recordCardRead`, for a list; `filters` names what it was cut by, and never says what was typed. */
export async function recordListRead(
  desk: Desk,
  actor: Actor,
  list: ListName,
  filters: readonly string[] = [],
): Promise<void> {
  await appendOnceAMinute(
    desk,
    ["list", actor.sessionId, list, ...filters].join(" "),
    { kind: "person", actor },
    { kind: "list.read", list, filters: [...filters] },
  );
}
