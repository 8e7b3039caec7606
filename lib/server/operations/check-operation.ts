import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { findOperation } from "./find-operation";
import { lookFor } from "./look";

export interface Checked {
  readonly operationId: OperationId;
  readonly status: OperationStatus;
}

/**
 * Looks for an unknown operation, whose id is `input`, because a person asked (look.ts says what may
 * come of it). One that already has an outcome is given back as it stands.
 */
export async function checkOperation(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Checked, Failure>> {
  if (!may(actor.operator, "operation.check")) {
    return fail({ kind: "denied", permission: "operation.check" });
  }
  const parsed = OperationId.safeParse(input);
  if (!parsed.success) return fail({ kind: "not-found", what: "operation" });
  const operationId = parsed.data;
  const row = await findOperation(desk, actor, operationId);
  if (row === null) return fail({ kind: "not-found", what: "operation" });
  if (row.status !== "unknown") return ok({ operationId, status: row.status });

  const status = await lookFor(desk, actor, { kind: "person", actor }, row);
  return status.ok ? ok({ operationId, status: status.value }) : status;
}
