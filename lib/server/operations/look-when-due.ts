import "server-only";

import type { OperationId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import { ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";
import type { Failure } from "@/lib/domain/failure";

import type { Caller, Desk } from "../desk";
import { rowOf } from "./find-operation";
import { lookFor } from "./look";

/**
 * For so many leases nobody else looks: whoever looks is given up later than a sender. It is also the
 * pause after a look that the issuer did not answer.
 */
const CLAIM_LEASES = 3;

/**
 * Looks for an unknown operation if its next look is due, with the caller's token and in the desk's
 * name. However many ask at once, on however many instances, one of them looks; the others get null,
 * as for an operation that is not due. A look that the issuer does not answer comes again a while later.
 */
export async function lookWhenDue(
  desk: Desk,
  caller: Caller,
  operationId: OperationId,
): Promise<Result<OperationStatus | null, Failure>> {
  const now = desk.now();
  const claimed = await desk.db
    .updateTable("operations")
    .set({ next_look_at: new Date(now.getTime() + CLAIM_LEASES * desk.leaseMs) })
    .where("id", "=", operationId)
    .where("status", "=", "unknown")
    .where("next_look_at", "<=", now)
    .returningAll()
    .executeTakeFirst();
  return claimed === undefined ? ok(null) : lookFor(desk, caller, { kind: "desk" }, rowOf(claimed));
}

/** Unknown operations whose next look is due, the one that has waited longest first. */
export async function dueForALook(desk: Desk, limit: number): Promise<readonly OperationId[]> {
  const rows = await desk.db
    .selectFrom("operations")
    .selectAll()
    .where("status", "=", "unknown")
    .where("next_look_at", "<=", desk.now())
    .orderBy("next_look_at")
    .limit(limit)
    .execute();
  return rows.map((row) => rowOf(row).id);
}
