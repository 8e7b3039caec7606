import "server-only";

import { sql } from "kysely";

import { CardId, OperationId } from "@/lib/domain/ids";

import type { Desk } from "../desk";
import { tripLine } from "../line/trip-line";
import { recordEventIn } from "./record";

/** How many are taken in one transaction. */
const BATCH = 50;

/**
 * Turns operations whose sender is gone into `unknown`: intended, with a lease that
 * has run out on the database's clock. Several instances may do it at once; each operation is taken by one. Nothing is
 * sent. Gives how many there were.
 */
export async function markAbandoned(desk: Desk): Promise<number> {
  const count = await desk.db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom("operations")
      .select(["id", "card_id"])
      .where("status", "=", "intended")
      .where("lease_until", "<", sql<Date>`clock_timestamp()`)
      .orderBy("lease_until")
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const row of rows) {
      const subject = { operationId: OperationId.parse(row.id), cardId: CardId.parse(row.card_id) };
      const event = { kind: "operation.unknown", cause: "sender-gone", answer: null } as const;
      await recordEventIn(tx, desk, { kind: "desk" }, subject, event);
    }
    return rows.length;
  });
  if (count > 0) await tripLine(desk);
  return count;
}
