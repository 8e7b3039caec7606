import "server-only";

import type { CardId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import { may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";
import { recordListRead } from "../journal/record-reads";
import { viewOf } from "./view";
import type { OperationView } from "./view";

export interface OperationFilter {
  readonly status?: OperationStatus;
  readonly cardId?: CardId;
  /** Only the operator's own, even where the role may read all. */
  readonly mine?: boolean;
  /** One more than a page, and there is a next page. At most 200. */
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * Operations, newest first: one's own, and everybody's for a role with the right to read all. An
 * unknown one waits for somebody, so those come oldest first.
 */
export async function listOperations(
  desk: Desk,
  actor: Actor,
  filter: OperationFilter,
): Promise<readonly OperationView[]> {
  const isOwnOnly = filter.mine === true || !may(actor.operator, "operation.list-all");
  if (!may(actor.operator, "operation.read")) return [];
  if (!isOwnOnly) {
    await recordListRead(desk, actor, "operations", {
      status: filter.status !== undefined,
      card: filter.cardId !== undefined,
    });
  }
  let query = desk.db.selectFrom("operations").selectAll();
  if (isOwnOnly) query = query.where("operator_id", "=", actor.operator.id);
  if (filter.status !== undefined) query = query.where("status", "=", filter.status);
  if (filter.cardId !== undefined) query = query.where("card_id", "=", filter.cardId);
  const order = filter.status === "unknown" ? "asc" : "desc";
  const rows = await query
    .orderBy("created_at", order)
    .orderBy("id", order)
    .limit(Math.min(filter.limit ?? 50, 200))
    .offset(filter.offset ?? 0)
    .execute();
  return rows.map(viewOf);
}
