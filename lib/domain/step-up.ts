import type { Money } from "./money";

/**
 * Whether an operation of this amount takes a fresh proof of who sends it: more than the limit of its
 * currency, or in a currency that has none.
 */
export function takesProof(amount: Money, limits: readonly Money[]): boolean {
  const limit = limits.find(({ currency }) => currency === amount.currency);
  return limit === undefined || amount.units > limit.units;
}
