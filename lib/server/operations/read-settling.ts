import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import type { OperationStatus, Proposal } from "@/lib/domain/journal";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { proposalOf } from "./proposal";

/** How far the desk is with finding out what became of an operation. */
export interface Settling {
  readonly status: OperationStatus;
  readonly looks: number;
  readonly lastLookAt: Date | null;
  readonly nextLookAt: Date | null;
  readonly unknownSince: Date | null;
  /** The number of its journal's entries: whoever has seen as many has seen all. */
  readonly version: number;
  /** The movement that waits for a supervisor's answer. */
  readonly proposal: Proposal | null;
  /** The operation that this one sends again. */
  readonly resends: OperationId | null;
}

/**
 * The present state of an operation's settling, in one cheap query, for a page that watches it.
 * `not-found` also for one that the operator may not see.
 */
export async function readSettling(
  desk: Desk,
  actor: Actor,
  operationId: OperationId,
): Promise<Result<Settling, Failure>> {
  const notFound = fail({ kind: "not-found", what: "operation" } as const);
  if (!may(actor.operator, "operation.read")) return notFound;
  const row = await desk.db
    .selectFrom("operations")
    .select([
      "status",
      "looks",
      "last_look_at",
      "next_look_at",
      "unknown_since",
      "proposal",
      "resends",
    ])
    .select((select) =>
      select
        .selectFrom("journal")
        .select((count) => count.fn.countAll<bigint>().as("count"))
        .whereRef("journal.operation_id", "=", "operations.id")
        .as("version"),
    )
    .where("id", "=", operationId)
    .executeTakeFirst();
  if (row === undefined) return notFound;
  return ok({
    status: row.status,
    looks: row.looks,
    lastLookAt: row.last_look_at,
    nextLookAt: row.next_look_at,
    unknownSince: row.unknown_since,
    version: Number(row.version),
    proposal: proposalOf(row),
    resends: row.resends === null ? null : OperationId.parse(row.resends),
  });
}
