import type { OperationStatus } from "./journal";
import { add, money, negate } from "./money";
import type { Money } from "./money";
import type { Direction } from "./operation";

/** A reversal of an operation, as far as it counts against what may still be reversed. */
export interface Reversal {
  readonly status: OperationStatus;
  readonly amount: Money;
}

/** An operation that somebody wants to take back. */
export interface Original {
  readonly cardId: string;
  readonly direction: Direction;
  readonly amount: Money;
  readonly status: OperationStatus;
  /** The operation that it takes back itself. */
  readonly reverses: string | null;
}

/** What is asked for as its reversal. */
export type AskedReversal = Pick<Original, "cardId" | "direction" | "amount">;

/** Why something cannot be the reversal of an operation. */
export type ReversalProblem = "not-applied" | "is-reversal" | "does-not-fit" | "too-large";

/** The code with which the issuer says that a card has less than is withdrawn. */
const INSUFFICIENT_FUNDS = "7303";

/** The direction that takes the other one back. */
export function opposite(direction: Direction): Direction {
  return direction === "ADD_FUNDS" ? "WITHDRAW_FUNDS" : "ADD_FUNDS";
}

/**
 * Whether a reversal counts: one that may have moved money does. Refused and not applied ones give
 * back what they stood for.
 */
export function counts({ status }: Pick<Reversal, "status">): boolean {
  return status === "intended" || status === "applied" || status === "unknown";
}

/**
 * What is not reversed yet of an amount. Never below zero: an answer of the issuer that comes after
 * its absence was proven may have moved more than was left.
 */
export function leftToReverse(amount: Money, reversals: readonly Reversal[]): Money {
  const left = reversals
    .filter(counts)
    .reduce((rest, reversal) => add(rest, negate(reversal.amount)), amount);
  return left.units > 0n ? left : money(0n, amount.currency);
}

/** Whether an operation is of the kind that can be taken back: applied, and not a reversal itself. */
export function isReversible({ status, reverses }: Pick<Original, "status" | "reverses">): boolean {
  return status === "applied" && reverses === null;
}

/** What keeps `asked` from taking `original` back, of which `reversals` exist; null for nothing. */
export function reversalProblem(
  original: Original,
  reversals: readonly Reversal[],
  asked: AskedReversal,
): ReversalProblem | null {
  if (original.reverses !== null) return "is-reversal";
  if (!isReversible(original)) return "not-applied";
  const fits =
    asked.cardId === original.cardId &&
    asked.direction === opposite(original.direction) &&
    asked.amount.currency === original.amount.currency;
  if (!fits) return "does-not-fit";
  const left = leftToReverse(original.amount, reversals);
  return asked.amount.units > left.units ? "too-large" : null;
}

/**
 * Whether a refused operation was to take back money that the card has no more: sending it again is
 * of no use until somebody pays it in.
 */
export function isMoneySpent(
  operation: Pick<Original, "direction" | "status" | "reverses">,
  refusalCode: string | null,
): boolean {
  const { status, reverses, direction } = operation;
  const isRefusedReversal = status === "refused" && reverses !== null;
  return isRefusedReversal && direction === "WITHDRAW_FUNDS" && refusalCode === INSUFFICIENT_FUNDS;
}
