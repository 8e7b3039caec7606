import "server-only";

import type { OperationId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";
import { viewOf } from "./view";
import type { OperationView } from "./view";

/**
 * The operations by which this one was sent again, the oldest first: more than one where an earlier
 * one gave the reference back.
 */
export async function listResends(
  desk: Desk,
  actor: Actor,
  { id, cardId }: { readonly id: OperationId; readonly cardId: OperationView["cardId"] },
): Promise<readonly OperationView[]> {
  if (!may(actor.operator, "operation.read")) return [];
  const rows = await desk.db
    .selectFrom("operations")
    .selectAll()
    // They are on the same card, by which there is an index.
    .where("card_id", "=", cardId)
    .where("resends", "=", id)
    .orderBy("created_at")
    .execute();
  return rows.map(viewOf);
}
