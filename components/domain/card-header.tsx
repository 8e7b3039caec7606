import type { ReactNode } from "react";

import type { Card } from "@/lib/domain/card";
import type { Reader } from "@/lib/i18n/reader";

import { Amount } from "./amount";
import { CardStatusBadge } from "./card-status-badge";

interface CardHeaderProps {
  reader: Reader;
  card: Card;
  /** Between the card and the balance, from 720 px on: a link or a button. */
  actions?: ReactNode;
}

/**
 * Whose card it is and what is on it, on one line of 56 pixels that stays at the top while the page
 * scrolls. It keeps its height, so nothing moves when it sticks. Goes first in the content and
 * spans its gutters.
 */
export function CardHeader({ reader, card, actions }: CardHeaderProps) {
  const { t } = reader;
  return (
    <section
      aria-label={t("common.card.card")}
      className="sticky top-bar z-20 -mx-4 -mt-6 border-b bg-surface px-4 sm:-mx-6 sm:px-6 print:static"
    >
      <div className="mx-auto flex h-14 max-w-content items-center justify-between gap-4">
        <div className="flex min-w-0 flex-col gap-0.5">
          <p className="truncate font-semibold">{card.holder ?? t("common.card.holderUnknown")}</p>
          <p className="flex items-center gap-2 text-xs text-ink-soft">
            <span className="truncate font-mono">
              {card.maskedNumber ?? t("common.card.numberUnknown")}
            </span>
            <span className="font-mono max-sm:hidden">#{card.id}</span>
          </p>
        </div>
        <div className="flex shrink-0 items-center gap-4">
          <span className="max-sm:hidden">
            <CardStatusBadge
              {...{ reader }}
              status={card.status}
              issuerStatus={card.issuerStatus}
            />
          </span>
          {actions !== undefined && <div className="max-sm:hidden">{actions}</div>}
          <Balance reader={reader} card={card} />
        </div>
      </div>
      {/* On a narrow screen only what hinders an operation earns a line of its own. */}
      {card.status !== "active" && (
        <p className="pb-2 sm:hidden">
          <CardStatusBadge {...{ reader }} status={card.status} issuerStatus={card.issuerStatus} />
        </p>
      )}
    </section>
  );
}

function Balance({ reader, card }: Pick<CardHeaderProps, "reader" | "card">) {
  const { t } = reader;
  return (
    <dl className="flex flex-col items-end">
      <dt className="text-xs text-ink-soft">{t("common.card.balance")}</dt>
      <dd>
        {card.balance === null ? (
          <span className="text-xs font-medium" title={t("common.card.noBalanceDetail")}>
            {t("common.card.noBalance")}
            {card.currency !== null && <span className="text-ink-soft"> · {card.currency}</span>}
          </span>
        ) : (
          <Amount reader={reader} money={card.balance} hasCurrency size="title" />
        )}
      </dd>
    </dl>
  );
}
