import "server-only";

import { CardId, OperationId } from "@/lib/domain/ids";

import type { Desk } from "../desk";
import { recordEventIn } from "./record";

/** How many are taken in one transaction. */
const BATCH = 50;

/**
 * Turns operations whose sender is gone into `unknown`: intended, and past the longest time that a
 * sender may take. Several instances may do it at once; each operation is taken by one. Nothing is
 * sent. Gives how many there were.
 */
export async function markAbandoned(desk: Desk): Promise<number> {
  const now = desk.now();
  return desk.db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom("operations")
      .select(["id", "card_id"])
      .where("status", "=", "intended")
      .where("send_deadline", "<", now)
      .orderBy("send_deadline")
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const row of rows) {
      const subject = { operationId: OperationId.parse(row.id), cardId: CardId.parse(row.card_id) };
      const event = { kind: "operation.unknown", cause: "sender-gone", answer: null } as const;
      await recordEventIn(tx, now, { kind: "desk" }, subject, event);
    }
    return rows.length;
  });
}
