import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { fail } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { currentActor } from "./auth/current-actor";
import { desk } from "./desk";
import type { Actor, Desk } from "./desk";

/**
 * A server action around a verb: finds out who asks and hands over. The verb decides who may and
 * parses the input, because an action can be called from anywhere with anything.
 */
export function action<T>(
  verb: (desk: Desk, actor: Actor, input: unknown) => Promise<Result<T, Failure>>,
): (input: unknown) => Promise<Result<T, Failure>> {
  return async (input) => {
    const actor = await currentActor();
    return actor === null ? fail({ kind: "signed-out" }) : verb(desk(), actor, input);
  };
}
