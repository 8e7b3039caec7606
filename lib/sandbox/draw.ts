/** Numbers that look random and are the same on every machine. */
export interface Draw {
  /** A whole number from `low` to `high`, both included. The range is at most 2^31. */
  whole(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of the values, each as likely as its weight says. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
}

/**
 * A 32-bit xorshift generator (shifts 13, 17, 5). Only whole-number operations, so no machine's
 * arithmetic can make a difference. `seed` may be any whole number but 0.
 */
export function startDraw(seed: number): Draw {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  const whole = (low: number, high: number): number => low + (next() % (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[whole(0, from.length - 1)];
    if (picked === undefined) throw new RangeError("There is nothing to pick from.");
    return picked;
  };
  const weighted = <T>(from: readonly (readonly [T, number])[]): T => {
    let left = whole(
      1,
      from.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [value, weight] of from) {
      left -= weight;
      if (left <= 0) return value;
    }
    throw new RangeError("There is nothing to pick from.");
  };
  return { whole, pick, weighted };
}
