import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import type { OperationEvent, OperationStatus } from "@/lib/domain/journal";
import { money } from "@/lib/domain/money";
import { Currency } from "@/lib/domain/currency";
import { feedMonthsBetween, monthOf } from "@/lib/domain/month";
import type { Month } from "@/lib/domain/month";
import { findOwnMovement } from "@/lib/domain/settling";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { readFeed } from "../issuer/feed";
import type { FeedMovement } from "../issuer/translate";
import { findOperation } from "./find-operation";
import type { OperationRow } from "./find-operation";
import { isMovementClaimed, recordEvent } from "./record";

/** How long after the send a movement of it may still be dated; only chooses the months to read. */
const LANDING_MS = 3_600_000;

export interface Checked {
  readonly operationId: OperationId;
  readonly status: OperationStatus;
}

/**
 * Looks in the issuer's feed for an unknown operation, whose id is `input`: by its reference, and the direction, amount,
 * currency and time must agree. Found: journaled as settled, the operation is applied. Not found:
 * journaled as looked at, it stays unknown, because one look proves no absence. Nothing is ever sent.
 * An operation that already has an outcome is given back as it stands.
 */
export async function checkOperation(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Checked, Failure>> {
  if (!may(actor.operator, "operation.check")) {
    return fail({ kind: "denied", permission: "operation.check" });
  }
  const parsed = OperationId.safeParse(input);
  if (!parsed.success) return fail({ kind: "not-found", what: "operation" });
  const operationId = parsed.data;
  const row = await findOperation(desk, actor, operationId);
  if (row === null) return fail({ kind: "not-found", what: "operation" });
  if (row.status !== "unknown") return ok({ operationId, status: row.status });

  const months = feedMonthsBetween(
    row.created_at,
    new Date(Math.min(row.created_at.getTime() + LANDING_MS, desk.now().getTime())),
  );
  const search = await searchMonths(desk, actor, row, months);
  if (!search.ok) return search;
  const { found, looked } = search.value;
  return found === null
    ? recordLook(desk, actor, row, looked)
    : settle(desk, actor, row, found, looked);
}

/** What was looked at, as the journal keeps it. */
type Looked = Pick<
  Extract<OperationEvent, { kind: "operation.checked" }>,
  "months" | "movementsRead"
>;

/** Reads month by month until the movement is found. */
async function searchMonths(
  desk: Desk,
  actor: Actor,
  row: OperationRow,
  months: readonly Month[],
): Promise<Result<{ found: FeedMovement | null; looked: Looked }, Failure>> {
  const sought = {
    reference: row.reference,
    flow: row.direction === "ADD_FUNDS" ? "in" : "out",
    amount: money(row.amount_units, Currency.parse(row.currency)),
    sentAt: row.created_at,
  } as const;
  const looked: Looked = { months: [], movementsRead: 0 };
  for (const month of months) {
    const feed = await readFeed(desk, actor, row.card_id, month, row.currency);
    if (!feed.ok) {
      // How the issuer answers for a month that has not begun is not documented: a refusal of it
      // takes nothing from what the other months say.
      const isAhead = month > monthOf(desk.now(), "UTC");
      if (isAhead && feed.failure.kind === "issuer-refused") continue;
      return feed;
    }
    looked.months.push(month);
    looked.movementsRead += feed.value.movements.length;
    const found = findOwnMovement(feed.value.movements, sought);
    if (found !== null) return ok({ found, looked });
  }
  return ok({ found: null, looked });
}

async function recordLook(
  desk: Desk,
  actor: Actor,
  row: OperationRow,
  looked: Looked,
): Promise<Result<Checked, Failure>> {
  const event: OperationEvent = { kind: "operation.checked", ...looked };
  const subject = { operationId: row.id, cardId: row.card_id };
  const status = await recordEvent(desk, { kind: "person", actor }, subject, event);
  return ok({ operationId: row.id, status });
}

async function settle(
  desk: Desk,
  actor: Actor,
  row: OperationRow,
  found: FeedMovement,
  looked: Looked,
): Promise<Result<Checked, Failure>> {
  const subject = { operationId: row.id, cardId: row.card_id };
  const event = {
    kind: "operation.settled",
    movementId: found.id,
    movementAt: found.at,
  } as const;
  try {
    const status = await recordEvent(desk, { kind: "person", actor }, subject, event);
    return ok({ operationId: row.id, status });
  } catch (error) {
    // Another operation has claimed this movement: it is not ours, so ours was only looked for.
    if (!isMovementClaimed(error)) throw error;
    return recordLook(desk, actor, row, looked);
  }
}
