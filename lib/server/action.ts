import "server-only";

import { headers } from "next/headers";

import type { Failure } from "@/lib/domain/failure";
import { fail } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { logged, objectsIn } from "./access-log";
import { actionName } from "./action-names";
import { currentOrigin, currentStanding } from "./auth/current-actor";
import { recordDenial } from "./auth/denials";
import { spendPersonRate } from "./auth/person-rate";
import { touchSession } from "./auth/touch-session";
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
  const answer = async (standing: Standing, input: unknown): Promise<Result<T, Failure>> => {
    if (standing.kind !== "active" && standing.kind !== serves) return fail(refusalOf(standing));
    const { actor } = standing;
    const spent = await spendPersonRate(actor);
    if (spent !== null) return fail({ kind: "too-many", ...spent });
    if (!isBackground) await touchSession(desk(), actor.sessionId);
    return verb(desk(), actor, input);
  };
  return async (input) => {
    const standing = await currentStanding();
    const access = {
      kind: "action",
      door: actionName((await headers()).get("next-action")) ?? "unknown",
      actor: standing.kind === "nobody" ? null : standing.actor,
      origin: await currentOrigin(),
      objects: objectsIn(input),
    } as const;
    const outcomeOf = (result: Result<T, Failure>) => (result.ok ? "ok" : result.failure.kind);
    const result = await logged(access, () => answer(standing, input), outcomeOf);
    if (!result.ok && result.failure.kind === "denied" && access.actor !== null) {
      await recordDenial(desk(), access.actor, result.failure.permission, access);
    }
    return result;
  };
}

/** Why nothing is done for somebody who stands like this. */
export function refusalOf(standing: Exclude<Standing, { kind: "active" }>): Failure {
  return { kind: standing.kind === "nobody" ? "signed-out" : standing.kind };
}
