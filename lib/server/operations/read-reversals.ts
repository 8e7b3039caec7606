import "server-only";

import type { Money } from "@/lib/domain/money";
import { money } from "@/lib/domain/money";
import { may } from "@/lib/domain/operator";
import { isReversible, leftToReverse } from "@/lib/domain/reversal";

import type { Actor, Desk } from "../desk";
import { viewOf } from "./view";
import type { OperationView } from "./view";

/** What ties an operation to its reversals, seen from either side. */
export interface Reversals {
  /** What it takes back itself. */
  readonly original: OperationView | null;
  /** What takes it back, whatever became of each; oldest first. */
  readonly reversals: readonly OperationView[];
  /** What may still be taken back; zero where nothing of it may. */
  readonly left: Money;
}

/** The operation that this one takes back and those that take this one back, both ways. */
export async function readReversals(
  desk: Desk,
  actor: Actor,
  operation: Pick<OperationView, "id" | "amount" | "status" | "reverses">,
): Promise<Reversals> {
  const nothing = money(0n, operation.amount.currency);
  if (!may(actor.operator, "operation.read")) {
    return { original: null, reversals: [], left: nothing };
  }
  const rows = await desk.db
    .selectFrom("operations")
    .selectAll()
    .where((where) =>
      where.or([
        where("reverses", "=", operation.id),
        ...(operation.reverses === null ? [] : [where("id", "=", operation.reverses)]),
      ]),
    )
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const views = rows.map(viewOf);
  const reversals = views.filter((view) => view.reverses === operation.id);
  return {
    original: views.find((view) => view.id === operation.reverses) ?? null,
    reversals,
    left: isReversible(operation) ? leftToReverse(operation.amount, reversals) : nothing,
  };
}
