"use client";

import { useMemo } from "react";

import { isSameFilter } from "@/app/_movements/month-filter";
import { makeFilter } from "@/app/_movements/movement-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { totalsOf } from "@/lib/domain/movement";
import type { Movement, MovementFilter, Totals } from "@/lib/domain/movement";
import { formatCount, formatTime } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { useReader } from "@/lib/i18n/use-reader";

import { FilterBar } from "./filter-bar";
import { MonthRows } from "./month-rows";
import { MonthTotals } from "./month-totals";
import type { MonthViewProps } from "./month-view";
import { useFilter } from "./use-filter";
import { useMonth, useRefresh } from "./use-month";

interface Shown {
  /** Null while they are on their way. */
  readonly rows: readonly Movement[] | null;
  readonly totals: readonly Totals[];
  readonly count: number;
  /** False while more rows than these are still coming. */
  readonly isComplete: boolean;
}

/** Filter, totals and rows of a month. */
export function MonthBody(props: MonthViewProps) {
  const { cardId, month, count, unreadableCount } = props;
  const { t, locale, timeZone } = useReader();
  // One reader for all drawings: a row is drawn again only when something of it has changed.
  const reader = useMemo(() => ({ t, locale, timeZone }), [t, locale, timeZone]);
  const { filter, setFilter, deferred } = useFilter(cardId, month, props.filter);
  const rest = useMonth(cardId, month, props.readAt, props.isWhole);
  const { refresh, isBusy, hasFailed } = useRefresh(cardId, month);
  const whole = props.isWhole ? props.firstRows : (rest.data?.movements ?? null);
  const shown = useShown(reader, props, whole, deferred);
  const asOf = formatTime(locale, timeZone, rest.data?.readAt ?? props.readAt, "seconds");
  const isFiltered = !isSameFilter(deferred, { text: "", flow: "all" });
  return (
    <div className="flex flex-col gap-4">
      <FilterBar
        cardId={cardId}
        month={month}
        initial={props.filter}
        filter={filter}
        onFilter={setFilter}
        asOf={asOf}
        isRefreshing={isBusy}
        onRefresh={() => void refresh()}
      />
      {hasFailed && <Notice tone="warn">{t("movements.refreshFailed", { time: asOf })}</Notice>}
      {unreadableCount > 0 && (
        <Notice tone="warn">{t("movements.unreadable", { count: unreadableCount })}</Notice>
      )}
      {rest.isError && (
        <Notice
          tone="warn"
          actions={
            <Button isBusy={isBusy} onClick={() => void refresh()}>
              {t("common.retry")}
            </Button>
          }
        >
          {t("movements.restFailed")}
        </Notice>
      )}
      {count > 0 && (
        <MonthTotals
          reader={reader}
          totals={shown.totals}
          currencies={props.currencies}
          hasDenied={props.hasDenied}
          words={
            isFiltered
              ? t("movements.countOf", {
                  shown: formatCount(locale, shown.count),
                  total: formatCount(locale, count),
                })
              : t("movements.count", { count, shown: formatCount(locale, count) })
          }
        />
      )}
      <MonthRows
        reader={reader}
        month={month}
        rows={shown.rows}
        rowCount={shown.count}
        isComplete={shown.isComplete || rest.isError}
        total={count}
        hasMixedCurrencies={props.currencies.length > 1}
        currency={props.currencies[0] ?? null}
        decimals={props.decimals}
        onClear={() => setFilter({ text: "", flow: "all" })}
      />
    </div>
  );
}

/** What passes the filter: of the whole month where it is here, before that as the server found it. */
function useShown(
  reader: Reader,
  props: MonthViewProps,
  whole: readonly Movement[] | null,
  filter: MovementFilter,
): Shown {
  const passing = useMemo(() => makeFilter(reader), [reader]);
  const rows = useMemo(
    () => (whole === null ? null : passing(whole, filter)),
    [passing, whole, filter],
  );
  const totals = useMemo(() => (rows === null ? [] : totalsOf(rows)), [rows]);
  if (rows !== null) return { rows, totals, count: rows.length, isComplete: true };
  const count = props.matchingCount;
  const isAsServed = isSameFilter(filter, props.filter);
  return {
    rows: isAsServed ? props.firstRows : null,
    totals: isAsServed ? props.totals : [],
    count,
    isComplete: isAsServed && count <= props.firstRows.length,
  };
}
