import "server-only";

import { sql } from "kysely";

import type { Failure } from "@/lib/domain/failure";
import type { Reference } from "@/lib/domain/ids";
import { dayOf } from "@/lib/domain/month";
import { Direction } from "@/lib/domain/operation";
import { may, permissionToMove } from "@/lib/domain/operator";
import { suggestedReference } from "@/lib/domain/reference";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";

/**
 * The next reference of the day in the issuer's pattern, counted in the desk's zone, for the
 * direction in `input`. No two calls ever get the same one, on however many instances; numbers that
 * nobody uses leave gaps.
 */
export async function suggestReference(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Reference, Failure>> {
  const parsed = Direction.safeParse(input);
  if (!parsed.success) {
    return fail({ kind: "invalid", fields: [{ path: "direction", problem: "direction.empty" }] });
  }
  const direction = parsed.data;
  const permission = permissionToMove(direction);
  if (!may(actor.operator, permission)) return fail({ kind: "denied", permission });
  const day = dayOf(desk.now(), desk.timeZone);
  const { last } = await desk.db
    .insertInto("reference_counters")
    .values({ direction, day, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["direction", "day"])
        .doUpdateSet({ last: sql`reference_counters.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return ok(suggestedReference(direction, day, last));
}
