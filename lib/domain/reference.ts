import { Reference } from "./ids";
import type { Direction } from "./operation";

const PREFIX = { ADD_FUNDS: "TOPUP", WITHDRAW_FUNDS: "WD" } as const satisfies Record<
  Direction,
  string
>;

/**
 * A reference in the issuer's own pattern (wallet/assign-funds): TOPUP-2026-04-18-001 for a load,
 * WD-2026-04-18-001 for a withdrawal. `day` is "2026-04-18" in the desk's zone, `count` starts at 1.
 */
export function suggestedReference(direction: Direction, day: string, count: number): Reference {
  return Reference.parse(`${PREFIX[direction]}-${day}-${String(count).padStart(3, "0")}`);
}
