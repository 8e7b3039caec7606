import { Amount } from "@/components/domain/amount";
import { DirectionLabel } from "@/components/domain/direction-label";
import type { Reader } from "@/lib/i18n/reader";
import type { UnsettledTotal } from "@/lib/server/operations/list-unsettled";

interface TotalsProps {
  reader: Reader;
  totals: readonly UnsettledTotal[];
}

/** What may have moved, per currency and direction: the figures that a shift hands over. */
export function Totals({ reader, totals }: TotalsProps) {
  const { t } = reader;
  return (
    <section aria-label={t("unsettled.totals.title")} className="break-inside-avoid">
      <ul className="flex flex-wrap overflow-clip rounded-lg border bg-surface-raised">
        {totals.map(({ direction, count, amount }) => (
          <li
            key={`${amount.currency} ${direction}`}
            className="-mr-px -mb-px flex min-w-44 grow flex-col gap-0.5 border-r border-b px-4 py-3"
          >
            <span className="flex items-baseline gap-2 text-xs text-ink-soft">
              <DirectionLabel reader={reader} direction={direction} className="text-ink" />
              <span className="figures">{t("unsettled.totals.count", { count })}</span>
            </span>
            <Amount reader={reader} money={amount} flow={direction} hasCurrency size="title" />
          </li>
        ))}
      </ul>
    </section>
  );
}
