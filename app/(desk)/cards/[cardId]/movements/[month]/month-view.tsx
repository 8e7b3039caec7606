"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";

import type { Currency } from "@/lib/domain/currency";
import type { CardId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";
import type { Movement, MovementFilter, Totals } from "@/lib/domain/movement";

import { MonthBody } from "./month-body";

export interface MonthViewProps {
  cardId: CardId;
  month: Month;
  /** When the issuer's feed was read for this page. */
  readAt: Date;
  unreadableCount: number;
  /** The filter of the address, which the server has applied. */
  filter: MovementFilter;
  /** The whole month, or of a long one the first rows that pass the filter. */
  firstRows: readonly Movement[];
  isWhole: boolean;
  /** Rows of the month, and those of them that pass the filter. */
  count: number;
  matchingCount: number;
  totals: readonly Totals[];
  /** Those of the whole month, so that neither totals nor columns move with the filter. */
  currencies: readonly Currency[];
  decimals: number;
  /** Whether the month has movements that moved no money. */
  hasDenied: boolean;
}

/** A month with its own store: what was read is given back when one goes to another month. */
export function MonthView(props: MonthViewProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <MonthBody {...props} />
    </QueryClientProvider>
  );
}
