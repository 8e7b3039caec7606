import { Unplug } from "lucide-react";

import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { makeFilter } from "@/app/_movements/movement-words";
import { ReadFailure } from "@/app/_reading/read-failure";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { CardId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";
import { movedMoney, totalsOf } from "@/lib/domain/movement";
import type { MovementFilter } from "@/lib/domain/movement";
import { columnDecimals } from "@/lib/i18n/format";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { currentCard } from "@/lib/server/cards/current-card";
import { desk } from "@/lib/server/desk";
import { readMonth } from "@/lib/server/movements/read-month";

import { MonthView } from "./month-view";

/** This many rows and fewer come whole with the page; of a longer month the first ones do. */
const WHOLE_MONTH_ROWS = 100;
const FIRST_ROWS = 50;

interface MonthContentProps {
  cardId: CardId;
  month: Month;
  filter: MovementFilter;
}

/** The month as the issuer tells it, with its first rows in the page itself. */
export async function MonthContent({ cardId, month, filter }: MonthContentProps) {
  const [actor, reader] = await Promise.all([requireActor(), getReader()]);
  // First, because the card's own currency stands in where a row of the feed names none.
  const card = await currentCard(cardId);
  const read = await readMonth(desk(), actor, cardId, month);
  if (!read.ok) {
    if (read.failure.kind === "denied") {
      return <ForbiddenMessage operator={actor.operator} permission={read.failure.permission} />;
    }
    // The layout says this one in place of the whole page.
    if (read.failure.kind === "not-found") return null;
    return (
      <Panel isFlush>
        {card.ok ? (
          <ReadFailure reader={reader} failure={read.failure} />
        ) : (
          // The top of the page has said why, and offers to try again.
          <EmptyState icon={Unplug} title={reader.t("movements.notRead")} />
        )}
      </Panel>
    );
  }
  const { movements, unreadableCount, readAt } = read.value;
  const isWhole = movements.length <= WHOLE_MONTH_ROWS;
  const matching = makeFilter(reader)(movements, filter);
  return (
    <MonthView
      key={month}
      cardId={cardId}
      month={month}
      readAt={readAt}
      unreadableCount={unreadableCount}
      filter={filter}
      firstRows={isWhole ? movements : matching.slice(0, FIRST_ROWS)}
      isWhole={isWhole}
      count={movements.length}
      matchingCount={matching.length}
      totals={totalsOf(matching)}
      currencies={[...new Set(movements.map(({ amount }) => amount.currency))]}
      hasDenied={movements.some((movement) => !movedMoney(movement))}
      decimals={columnDecimals(movements.map(({ amount }) => amount))}
    />
  );
}
