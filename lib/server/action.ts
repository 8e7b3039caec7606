import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { fail } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { currentStanding } from "./auth/current-actor";
import { touchSession } from "./auth/sessions";
import type { Standing } from "./auth/standing";
import { desk } from "./desk";
import type { Actor, Desk } from "./desk";

interface ActionOptions {
  /** Whom it serves besides whoever may work: who unlocks is locked, who completes an account has none. */
  readonly serves?: "locked" | "incomplete";
  /** A page calls it by itself: no sign that the person is there. */
  readonly isBackground?: boolean;
}

/**
 * A server action around a verb: finds out who asks and hands over. The verb decides who may and
 * parses the input, because an action can be called from anywhere with anything.
 */
export function action<T>(
  verb: (desk: Desk, actor: Actor, input: unknown) => Promise<Result<T, Failure>>,
  { serves, isBackground = false }: ActionOptions = {},
): (input: unknown) => Promise<Result<T, Failure>> {
  return async (input) => {
    const standing = await currentStanding();
    if (standing.kind !== "active" && standing.kind !== serves) return fail(refusalOf(standing));
    const { actor } = standing;
    if (!isBackground) await touchSession(desk(), actor.sessionId);
    return verb(desk(), actor, input);
  };
}

/** Why nothing is done for somebody who stands like this. */
export function refusalOf(standing: Exclude<Standing, { kind: "active" }>): Failure {
  return { kind: standing.kind === "nobody" ? "signed-out" : standing.kind };
}
