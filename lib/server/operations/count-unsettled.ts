import "server-only";

import { may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";

/** How many operations have no known outcome, whoever sent them: they are the shift's. */
export async function countUnsettled(desk: Desk, actor: Actor): Promise<number> {
  if (!may(actor.operator, "operation.list-unsettled")) return 0;
  const { count } = await desk.db
    .selectFrom("operations")
    .select(({ fn }) => fn.countAll<number | string | bigint>().as("count"))
    .where("status", "=", "unknown")
    .executeTakeFirstOrThrow();
  return Number(count);
}
