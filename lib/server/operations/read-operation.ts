import "server-only";

import type { Failure } from "@/lib/domain/failure";
import type { OperationId } from "@/lib/domain/ids";
import { OperationEvent } from "@/lib/domain/journal";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { recordCardRead } from "../journal/record-reads";
import { findOperation } from "./find-operation";
import { viewOf } from "./view";
import type { OperationView } from "./view";

/** One entry of the story: what happened, when, and who did it. */
export interface StoryEntry {
  readonly at: Date;
  readonly by: string;
  readonly role: string;
  readonly event: OperationEvent;
}

export interface OperationStory {
  readonly operation: OperationView;
  readonly entries: readonly StoryEntry[];
}

/**
 * One operation's whole story, in the order in which it was written. `not-found` also for one that
 * the operator may not see, so that ids tell nothing.
 */
export async function readOperation(
  desk: Desk,
  actor: Actor,
  operationId: OperationId,
): Promise<Result<OperationStory, Failure>> {
  const row = await findOperation(desk, actor, operationId);
  if (row === null) return fail({ kind: "not-found", what: "operation" });
  await recordCardRead(desk, actor, row.card_id, { what: "operation", operationId });
  const events = await desk.db
    .selectFrom("journal")
    .select(["at", "kind", "operator_name", "operator_role", "data"])
    .where("operation_id", "=", operationId)
    .orderBy("seq")
    .execute();
  const entries = events.map(({ at, kind, operator_name, operator_role, data }) => ({
    at,
    by: operator_name,
    role: operator_role,
    event: OperationEvent.parse({ ...asObject(data), kind }),
  }));
  return ok({ operation: viewOf(row), entries });
}

function asObject(data: unknown): object {
  if (typeof data !== "object" || data === null)
    throw new TypeError("An event's data is an object.");
  return data;
}
