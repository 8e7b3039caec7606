import type { OperationId } from "./ids";
import { add, money } from "./money";
import type { Money } from "./money";

/** Which way a movement went, from the card's side. `unknown` where the feed does not say. */
export type Flow = "in" | "out" | "unknown";

/** What the issuer's monthly feed says happened on a card. Words that we do not know stay as they came. */
export interface Movement {
  readonly id: string | null;
  /** An ISO 8601 instant in UTC; null where the feed gives none that can be read. */
  readonly at: string | null;
  readonly type: string | null;
  readonly flow: Flow;
  readonly amount: Money;
  readonly status: string | null;
  readonly reference: string | null;
  readonly text: string | null;
  /** The operation of ours with this reference on this card, when there is one. */
  readonly operationId: OperationId | null;
}

export interface MovementFilter {
  readonly text: string;
  readonly flow: "all" | "in" | "out";
}

export interface Totals {
  readonly currency: Money["currency"];
  readonly count: number;
  readonly inflow: Money;
  readonly outflow: Money;
  readonly net: Money;
}

/** States in which no money has moved, or not yet (concepts/payment-lifecycle). */
const NOT_MOVED: ReadonlySet<string> = new Set(["created", "in_progress", "approved", "denied"]);

/**
 * Whether a movement moved money, as far as its state says: `liquidated` is when money moves, and
 * `reversed` follows it with a movement of its own. A state that we do not know counts as moved, so
 * that nothing is left out of the totals without being seen.
 */
export function movedMoney(movement: Pick<Movement, "status">): boolean {
  return movement.status === null || !NOT_MOVED.has(movement.status);
}

/** In, out and net per currency, exact, in the order in which the currencies first appear. */
export function totalsOf(movements: Iterable<Movement>): readonly Totals[] {
  const totals = new Map<string, Totals>();
  for (const movement of movements) {
    const { currency } = movement.amount;
    const zero = money(0n, currency);
    const sum = totals.get(currency) ?? {
      currency,
      count: 0,
      inflow: zero,
      outflow: zero,
      net: zero,
    };
    totals.set(currency, withMovement(sum, movement));
  }
  return [...totals.values()];
}

function withMovement(sum: Totals, movement: Movement): Totals {
  const counted = { ...sum, count: sum.count + 1 };
  if (!movedMoney(movement) || movement.flow === "unknown") return counted;
  const { amount } = movement;
  if (movement.flow === "in") {
    return { ...counted, inflow: add(sum.inflow, amount), net: add(sum.net, amount) };
  }
  const outgoing = money(-amount.units, amount.currency);
  return { ...counted, outflow: add(sum.outflow, amount), net: add(sum.net, outgoing) };
}

/** Text as it is compared: no accents, no case. "Devolución" is found by "devolucion". */
export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Whether a movement passes the filter. `words` adds what the screen shows beside the feed's own
 * fields (the type in words, the formatted amount), so that people find what they see.
 */
export function matchesFilter(
  movement: Movement,
  filter: MovementFilter,
  words: readonly string[] = [],
): boolean {
  if (filter.flow !== "all" && movement.flow !== filter.flow) return false;
  if (filter.text.trim() === "") return true;
  const haystack = foldText(
    [movement.id, movement.type, movement.status, movement.reference, movement.text, ...words]
      .filter((part) => part !== null)
      .join("\n"),
  );
  return haystack.includes(foldText(filter.text.trim()));
}
