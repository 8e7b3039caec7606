import "server-only";

import type { Selectable } from "kysely";

import { CardId, OperationId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";

import type { Schema } from "../db/schema";
import type { Actor, Desk } from "../desk";

export type OperationRow = Omit<Selectable<Schema["operations"]>, "id" | "card_id"> & {
  readonly id: OperationId;
  readonly card_id: CardId;
};

/** The operation with this id, if the operator's role may read operations. */
export async function findOperation(
  desk: Desk,
  actor: Actor,
  operationId: OperationId,
): Promise<OperationRow | null> {
  if (!may(actor.operator, "operation.read")) return null;
  const row = await desk.db
    .selectFrom("operations")
    .selectAll()
    .where("id", "=", operationId)
    .executeTakeFirst();
  return row === undefined ? null : rowOf(row);
}

/** A row of the table with its ids as ids. */
export function rowOf(row: Selectable<Schema["operations"]>): OperationRow {
  return { ...row, id: OperationId.parse(row.id), card_id: CardId.parse(row.card_id) };
}
