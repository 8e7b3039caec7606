import "server-only";

import type { Failure } from "@/lib/domain/failure";

import type { Actor, Desk } from "../desk";

/**
 * What stands in the way of something that takes a fresh proof of who asks: null when the last proof
 * is young enough (`DESK_STEP_UP_MINUTES`), otherwise the failure that says by what to prove it.
 */
export function proofMissing(
  { now, stepUp }: Pick<Desk, "now" | "stepUp">,
  { provenAt, proofMethod }: Actor,
): Extract<Failure, { kind: "step-up" }> | null {
  const ageMs = now().getTime() - provenAt.getTime();
  return ageMs <= stepUp.afterMs ? null : { kind: "step-up", method: proofMethod };
}
