import type { MovementFilter } from "@/lib/domain/movement";
import { containsCardNumber } from "@/lib/domain/text";

const TEXT_MAX = 100;

/** The filter as the address of a month carries it: `?q=atm&direction=out`. */
export interface FilterQuery {
  readonly q?: string;
  readonly direction?: string;
}

/** The filter that an address asks for. What it does not say, or says wrongly, filters nothing. */
export function readFilter(query: {
  readonly q?: unknown;
  readonly direction?: unknown;
}): MovementFilter {
  const text = typeof query.q === "string" ? query.q.slice(0, TEXT_MAX) : "";
  const { direction } = query;
  return {
    text: containsCardNumber(text) ? "" : text,
    flow: direction === "in" || direction === "out" ? direction : "all",
  };
}

/** The filter for an address. A whole card number filters the screen, but is kept out of addresses. */
export function filterQuery({ text, flow }: MovementFilter): FilterQuery {
  const q = text.trim().slice(0, TEXT_MAX);
  return {
    ...(q === "" || containsCardNumber(q) ? {} : { q }),
    ...(flow === "all" ? {} : { direction: flow }),
  };
}

/** Whether two filters let the same movements pass. */
export function isSameFilter(a: MovementFilter, b: MovementFilter): boolean {
  return a.text.trim() === b.text.trim() && a.flow === b.flow;
}
