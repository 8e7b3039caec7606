import Link from "next/link";

import { CardStatusBadge } from "@/components/domain/card-status-badge";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { SeenCard } from "@/lib/server/cards/seen-card";

interface RecentCardsProps {
  reader: Pick<Reader, "t">;
  cards: readonly SeenCard[];
}

/** The cards that this person looked at last. A balance is not among what is remembered of them. */
export function RecentCards({ reader, cards }: RecentCardsProps) {
  const { t } = reader;
  if (cards.length === 0) {
    return <p className="p-4 text-ink-soft">{t("home.recentCards.empty")}</p>;
  }
  return (
    <ul>
      {cards.map((card) => (
        <li key={card.id} className="border-t first:border-t-0">
          <Link
            href={paths.card(card.id)}
            className="flex min-h-12 items-center justify-between gap-3 px-4 py-1.5 transition-quiet hover:bg-surface/70 focus-visible:-outline-offset-2"
          >
            <span className="flex min-w-0 flex-col">
              <span className="truncate font-medium">
                {card.holder ?? t("common.card.holderUnknown")}
              </span>
              <span className="truncate font-mono text-xs text-ink-soft">
                #{card.id} · {card.maskedNumber ?? t("common.card.numberUnknown")}
              </span>
            </span>
            {card.status === "active" ? (
              <span className="text-xs text-ink-soft">{card.currency}</span>
            ) : (
              <CardStatusBadge
                reader={reader}
                status={card.status}
                issuerStatus={card.issuerStatus}
              />
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
