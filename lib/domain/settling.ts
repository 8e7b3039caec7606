import type { Money } from "./money";
import { movedMoney } from "./movement";
import type { Flow, Movement } from "./movement";

/** What is known of an operation whose movement is looked for. */
export interface Sought {
  readonly reference: string;
  readonly flow: Exclude<Flow, "unknown">;
  readonly amount: Money;
  readonly sentAt: Date;
}

/** The issuer's clock may run behind ours by this much before its movement counts as an earlier one. */
const CLOCK_SKEW_MS = 300_000;

type Candidate = Pick<Movement, "reference" | "flow" | "amount" | "status" | "at">;

/**
 * The movement that is this operation: the same reference, direction, amount and currency, in a
 * state in which money moved, and not dated before the operation was sent. Null when there is none.
 */
export function findOwnMovement<M extends Candidate>(
  movements: readonly M[],
  sought: Sought,
): M | null {
  const own = movements.find(
    (movement) =>
      movement.reference === sought.reference &&
      movement.flow === sought.flow &&
      movement.amount.currency === sought.amount.currency &&
      movement.amount.units === sought.amount.units &&
      movedMoney(movement) &&
      isNotBefore(movement.at, sought.sentAt),
  );
  return own ?? null;
}

function isNotBefore(at: string | null, sentAt: Date): boolean {
  return at === null || Date.parse(at) >= sentAt.getTime() - CLOCK_SKEW_MS;
}
