"use client";

import { useDeferredValue, useEffect, useState } from "react";

import { filterQuery } from "@/app/_movements/month-filter";
import type { CardId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";
import type { MovementFilter } from "@/lib/domain/movement";
import { paths } from "@/lib/paths";

/** Browsers refuse more than a hundred changes of the address in half a minute. */
const ADDRESS_DELAY_MS = 250;

/**
 * The filter as it is typed, and as the rows follow it: a key press never waits for 100,000 rows. The
 * address follows too, so that a reload, a link and the way to another month keep it.
 */
export function useFilter(cardId: CardId, month: Month, initial: MovementFilter) {
  const [filter, setFilter] = useState(initial);
  const deferred = useDeferredValue(filter);
  // The address bar is outside of React.
  useEffect(() => {
    const address = paths.movements(cardId, month, { ...filterQuery(filter) });
    if (address === window.location.pathname + window.location.search) return undefined;
    const timer = setTimeout(
      () => window.history.replaceState(null, "", address),
      ADDRESS_DELAY_MS,
    );
    return () => clearTimeout(timer);
  }, [cardId, month, filter]);
  return { filter, setFilter, deferred };
}
