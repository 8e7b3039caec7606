import "server-only";

import type { Reference } from "@/lib/domain/ids";
import { dayOf } from "@/lib/domain/month";
import type { Direction } from "@/lib/domain/operation";
import { suggestedReference } from "@/lib/domain/reference";
import { sql } from "kysely";

import type { Desk } from "../desk";

/**
 * The next reference of the day in the issuer's pattern, counted in the desk's zone. No two calls
 * ever get the same one, on however many instances; numbers that nobody uses leave gaps.
 */
export async function suggestReference(desk: Desk, direction: Direction): Promise<Reference> {
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
  return suggestedReference(direction, day, last);
}
