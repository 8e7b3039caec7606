import "server-only";

import { Currency } from "@/lib/domain/currency";
import type { Failure } from "@/lib/domain/failure";
import type { OperationId } from "@/lib/domain/ids";
import { money, toDecimal } from "@/lib/domain/money";
import { leftToReverse, reversalProblem } from "@/lib/domain/reversal";
import type { AskedReversal, Original, Reversal } from "@/lib/domain/reversal";

import type { Guard, Intent } from "./intend";

/**
 * The guard of an intent that takes `reverses` back. It locks that operation until the intent is
 * written, so that reversals of one operation are written one after the other and never exceed it.
 */
export function reversalGuard(
  { operationId, cardId, request }: Pick<Intent, "operationId" | "cardId" | "request">,
  reverses: OperationId,
): Guard {
  return async (tx) => {
    const row = await tx
      .selectFrom("operations")
      .select(["card_id", "direction", "amount_units", "currency", "status", "reverses"])
      .where("id", "=", reverses)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return { kind: "not-found", what: "operation" };
    const others = await tx
      .selectFrom("operations")
      .select(["status", "amount_units", "currency"])
      .where("reverses", "=", reverses)
      // This very intent, sent twice at the same moment, must not stand in its own way.
      .where("id", "!=", operationId)
      .execute();
    const original = {
      cardId: row.card_id,
      direction: row.direction,
      amount: money(row.amount_units, Currency.parse(row.currency)),
      status: row.status,
      reverses: row.reverses,
    };
    const reversals = others.map((other) => ({
      status: other.status,
      amount: money(other.amount_units, Currency.parse(other.currency)),
    }));
    const { direction, amount } = request;
    return failureOf(reverses, original, reversals, { cardId, direction, amount });
  };
}

function failureOf(
  operationId: OperationId,
  original: Original,
  reversals: readonly Reversal[],
  asked: AskedReversal,
): Failure | null {
  switch (reversalProblem(original, reversals, asked)) {
    case null:
      return null;
    case "not-applied":
      return { kind: "wrong-status", operationId, status: original.status };
    case "is-reversal":
    case "does-not-fit":
      return { kind: "not-reversible", operationId };
    case "too-large": {
      const left = leftToReverse(original.amount, reversals);
      const { currency } = left;
      return { kind: "reversal-too-large", operationId, left: toDecimal(left), currency };
    }
  }
}
