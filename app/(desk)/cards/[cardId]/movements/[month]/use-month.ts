"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { fromColumns } from "@/app/_movements/month-columns";
import type { MonthColumns, MonthRows } from "@/app/_movements/month-columns";
import { heedStatus } from "@/app/_session/session-store";
import type { CardId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";
import { paths } from "@/lib/paths";

/** The month as JSON stands at the page's own address below /api. */
function monthUrl(cardId: CardId, month: Month, isFresh: boolean): string {
  return `/api${paths.movements(cardId, month, { fresh: isFresh ? "1" : undefined })}`;
}

/** One reading of the feed: another `readAt` is another answer. */
function monthKey(cardId: CardId, month: Month, readAt: Date) {
  return ["month", cardId, month, readAt.toISOString()] as const;
}

/** The month could not be had; the HTTP status says whether that is the session's fault. */
class MonthUnavailable extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The month was answered with ${status}.`);
    this.status = status;
  }
}

/** The whole month. Throws where it cannot be had: react-query wants its failures thrown. */
async function fetchMonth(cardId: CardId, month: Month, isFresh = false): Promise<MonthRows> {
  const askedAtMs = Date.now();
  const response = await fetch(monthUrl(cardId, month, isFresh));
  heedStatus(response.status, askedAtMs);
  if (!response.ok) throw new MonthUnavailable(response.status);
  // Our own handler of the same build wrote it; what is not so fails in `fromColumns`.
  const columns: MonthColumns = await response.json();
  return fromColumns(columns);
}

/** All rows of the reading that the page was made from; nothing is fetched where it has them all. */
export function useMonth(cardId: CardId, month: Month, readAt: Date, isWhole: boolean) {
  return useQuery({
    queryKey: monthKey(cardId, month, readAt),
    queryFn: () => fetchMonth(cardId, month),
    enabled: !isWhole,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    // Comparing 100,000 rows with the ones before would cost more than drawing them.
    structuralSharing: false,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/**
 * Reads the feed anew and then the page, which finds that reading: rows, totals and the card's
 * balance change together, and the issuer is asked once for them.
 */
export function useRefresh(cardId: CardId, month: Month) {
  const router = useRouter();
  const client = useQueryClient();
  const [isReading, setIsReading] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const [isRendering, startTransition] = useTransition();
  const refresh = async () => {
    setIsReading(true);
    try {
      const rows = await fetchMonth(cardId, month, true);
      client.setQueryData(monthKey(cardId, month, rows.readAt), rows);
      setHasFailed(false);
      startTransition(() => router.refresh());
    } catch (error) {
      // The page itself knows the way to the sign-in and back.
      if (error instanceof MonthUnavailable && error.status === 401) return router.refresh();
      // Whatever else it was, the rows on the screen stay, and the page says how old they are.
      setHasFailed(true);
    } finally {
      setIsReading(false);
    }
  };
  return { refresh, isBusy: isReading || isRendering, hasFailed };
}
