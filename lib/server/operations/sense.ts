import "server-only";

import { z } from "zod";

import { Currency } from "@/lib/domain/currency";
import type { Failure } from "@/lib/domain/failure";
import { CardId, OperationId, Reference } from "@/lib/domain/ids";
import { parseTypedAmount } from "@/lib/domain/money";
import { Direction } from "@/lib/domain/operation";
import { may, permissionToMove } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { recordCardRead } from "../journal/record-reads";
import { findSimilar } from "./similar";
import type { Similar } from "./similar";
import { viewOf } from "./view";
import type { OperationView } from "./view";

const Question = z.object({
  operationId: OperationId,
  cardId: CardId,
  direction: Direction,
  amount: z.string().max(100),
  currency: Currency,
  reference: Reference,
  /** Set for an operation that takes this one back: nothing is similar to that. */
  reverses: z.nullish(OperationId),
});

/** What somebody should know before sending this operation. */
export interface Sensed {
  readonly similar: Similar;
  /** How far back similar ones were looked for. */
  readonly windowMs: number;
  /** Others on the card without a known outcome, oldest first; none that is among the similar ones. */
  readonly unsettled: readonly OperationView[];
  /** Who holds the reference on the card. */
  readonly referenceOwner: OperationView | null;
}

const UNSETTLED_SHOWN = 5;
const NONE: Similar = { newest: [], count: 0 };

/**
 * Looks around before an operation is sent: similar ones, unsettled ones on its card, the owner of
 * its reference. It forbids nothing; what is sent is decided by `submitOperation` alone.
 */
export async function senseOperation(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Sensed, Failure>> {
  if (!Direction.options.some((one) => may(actor.operator, permissionToMove(one)))) {
    return fail({ kind: "denied", permission: "operation.add-funds" });
  }
  const question = Question.safeParse(input);
  if (!question.success) {
    const fields = question.error.issues.map(({ path, message }) => ({
      path: path.join("."),
      problem: message,
    }));
    return fail({ kind: "invalid", fields });
  }
  const { operationId, cardId, direction, currency, reference } = question.data;
  const permission = permissionToMove(direction);
  if (!may(actor.operator, permission)) return fail({ kind: "denied", permission });
  const amount = parseTypedAmount(question.data.amount, currency);
  if (!amount.ok) {
    return fail({
      kind: "invalid",
      fields: [{ path: "amount", problem: `amount.${amount.failure}` }],
    });
  }
  await recordCardRead(desk, actor, cardId, { what: "card" });
  const isReversal = question.data.reverses != null;
  const like = { operationId, cardId, direction, amount: amount.value };
  const [similar, unsettled, referenceOwner] = await Promise.all([
    isReversal ? NONE : findSimilar(desk, like),
    findUnsettled(desk, cardId, operationId),
    findOwner(desk, cardId, reference, operationId),
  ]);
  const shown = new Set(similar.newest.map(({ id }) => id));
  return ok({
    similar,
    windowMs: desk.similarWindowMs,
    unsettled: unsettled.filter(({ id }) => !shown.has(id)),
    referenceOwner,
  });
}

async function findUnsettled(
  { db }: Desk,
  cardId: CardId,
  except: OperationId,
): Promise<OperationView[]> {
  const rows = await db
    .selectFrom("operations")
    .selectAll()
    .where("card_id", "=", cardId)
    .where("status", "in", ["intended", "unknown"])
    .where("id", "!=", except)
    .orderBy("created_at")
    .orderBy("id")
    .limit(UNSETTLED_SHOWN)
    .execute();
  return rows.map(viewOf);
}

async function findOwner(
  { db }: Desk,
  cardId: CardId,
  reference: Reference,
  except: OperationId,
): Promise<OperationView | null> {
  const row = await db
    .selectFrom("operations")
    .selectAll()
    .where("card_id", "=", cardId)
    .where("reference", "=", reference)
    .where("status", "!=", "refused")
    .orderBy("holds_reference", "desc")
    .where("id", "!=", except)
    .executeTakeFirst();
  return row === undefined ? null : viewOf(row);
}
