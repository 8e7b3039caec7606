"use client";

import { CalendarDays, FilterX } from "lucide-react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Loading, SkeletonRows } from "@/components/ui/skeleton";
import type { Currency } from "@/lib/domain/currency";
import type { Month } from "@/lib/domain/month";
import type { Movement } from "@/lib/domain/movement";
import { formatCount, formatMonth } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";

import { MovementsTable } from "./movements-table";

interface MonthRowsProps {
  reader: Reader;
  month: Month;
  /** Null while they are on their way. */
  rows: readonly Movement[] | null;
  /** How many there will be. */
  rowCount: number;
  isComplete: boolean;
  /** Rows of the month without the filter. */
  total: number;
  hasMixedCurrencies: boolean;
  currency: Currency | null;
  decimals: number;
  onClear: () => void;
}

/** The rows, or in their place why there are none. */
export function MonthRows(props: MonthRowsProps) {
  const { reader, month, rows, rowCount, isComplete, total } = props;
  const { t, locale } = reader;
  if (total === 0) {
    return (
      <Panel isFlush>
        <EmptyState
          icon={CalendarDays}
          title={t("movements.empty.title", { month: formatMonth(locale, month) })}
        >
          <p>{t("movements.empty.detail")}</p>
          <p>{t("movements.empty.now")}</p>
        </EmptyState>
      </Panel>
    );
  }
  if (rows === null) {
    return (
      <Panel isFlush>
        <Loading label={t("movements.loading")}>
          <SkeletonRows count={12} />
        </Loading>
      </Panel>
    );
  }
  if (rows.length === 0) {
    return (
      <Panel isFlush>
        <EmptyState
          icon={FilterX}
          title={t("movements.noMatch.title")}
          actions={<Button onClick={props.onClear}>{t("movements.clear")}</Button>}
        >
          {t("movements.noMatch.detail", { total: formatCount(locale, total) })}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel isFlush>
      <MovementsTable
        reader={reader}
        rows={rows}
        rowCount={Math.max(rowCount, rows.length)}
        currency={props.hasMixedCurrencies ? null : props.currency}
        decimals={props.decimals}
      />
      {!isComplete && (
        <Loading
          label={t("movements.loadingRest", {
            count: formatCount(locale, rowCount - rows.length),
          })}
        >
          <SkeletonRows count={4} />
        </Loading>
      )}
    </Panel>
  );
}
