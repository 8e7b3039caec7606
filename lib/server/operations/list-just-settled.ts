import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { viewOf } from "./view";
import type { OperationView } from "./view";

/** An operation that was unknown and is so no more. */
export interface JustSettled {
  readonly operation: OperationView;
  readonly settledAt: Date;
  /** For how long it had been unknown. */
  readonly waitedMs: number;
}

const JUST_MS = 3_600_000;
const MOST_ROWS = 10;
/** One that was unknown for longer than this is of no shift: its own page tells of it. */
const OLDEST_MS = 7 * 86_400_000;

/** What left the shift's list within the last hour, the latest first. */
export async function listJustSettled(
  desk: Desk,
  actor: Actor,
): Promise<Result<readonly JustSettled[], Failure>> {
  if (!may(actor.operator, "operation.list-unsettled")) {
    return fail({ kind: "denied", permission: "operation.list-unsettled" });
  }
  const now = desk.now().getTime();
  const rows = await desk.db
    .selectFrom("operations")
    .selectAll()
    .where("unknown_since", "is not", null)
    .where("created_at", ">", new Date(now - OLDEST_MS))
    .where("status", "<>", "unknown")
    .where("outcome_at", ">", new Date(now - JUST_MS))
    .orderBy("outcome_at", "desc")
    .orderBy("id", "desc")
    .limit(MOST_ROWS)
    .execute();
  return ok(
    rows.flatMap((row) => {
      const { unknown_since: since, outcome_at: settledAt } = row;
      if (since === null || settledAt === null) return [];
      const waitedMs = settledAt.getTime() - since.getTime();
      return [{ operation: viewOf(row), settledAt, waitedMs }];
    }),
  );
}
