import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import { may } from "@/lib/domain/operator";
import { fail } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { lookWhenDue } from "./look-when-due";

/**
 * The look that is due, made in the desk's name with the token of whoever has the page open: for a
 * desk without credentials of its own. Null when it is not due, or somebody else is at it.
 */
export async function lookNowIfDue(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<OperationStatus | null, Failure>> {
  if (!may(actor.operator, "operation.check")) {
    return fail({ kind: "denied", permission: "operation.check" });
  }
  const operationId = OperationId.safeParse(input);
  if (!operationId.success) return fail({ kind: "not-found", what: "operation" });
  return lookWhenDue(desk, actor, operationId.data);
}
