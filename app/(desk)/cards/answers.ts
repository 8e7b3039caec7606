import type { CardId, OperationId } from "@/lib/domain/ids";
import { formatMoney } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import type { Found } from "@/lib/server/cards/find-cards";
import type { SeenCard } from "@/lib/server/cards/seen-card";

/** Why a card is among the answers; where an operation led to it, the way to its story. */
export interface Match {
  readonly words: string;
  readonly operationId: OperationId | null;
}

/** One card that fits what was typed. */
export interface FoundCard {
  readonly cardId: CardId;
  /** As the desk last saw it; null where only its id is known. */
  readonly seen: SeenCard | null;
  readonly matches: readonly Match[];
}

/** The cards of an answer, each once with all its reasons: by id, by last four, by reference. */
export function answersOf(
  reader: Pick<Reader, "t" | "locale">,
  typed: string,
  found: Found,
): readonly FoundCard[] {
  const { t, locale } = reader;
  const answers = new Map<CardId, FoundCard>();
  const add = (cardId: CardId, seen: SeenCard | null, match: Match) => {
    const known = answers.get(cardId);
    answers.set(cardId, {
      cardId,
      seen: seen ?? known?.seen ?? null,
      matches: [...(known?.matches ?? []), match],
    });
  };
  if (found.byId !== null) {
    add(found.byId, null, { words: t("find.byId", { typed }), operationId: null });
  }
  for (const seen of found.byLastFour) {
    add(seen.id, seen, { words: t("find.byLastFour", { typed }), operationId: null });
  }
  for (const { id, cardId, direction, amount } of found.byReference) {
    const operation = t(`common.direction.${direction}`);
    const words = t("find.byReference", { typed, operation, amount: formatMoney(locale, amount) });
    add(cardId, null, { words, operationId: id });
  }
  return [...answers.values()];
}
