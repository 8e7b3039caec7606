import "server-only";

import pg from "pg";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import type { OperationEvent, OperationStatus } from "@/lib/domain/journal";
import { money } from "@/lib/domain/money";
import { Currency } from "@/lib/domain/currency";
import { feedMonthsBetween } from "@/lib/domain/month";
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
import { recordEvent } from "./record";

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
  const feed = await readMonths(desk, actor, row, months);
  if (!feed.ok) return feed;
  const found = findOwnMovement(feed.value, {
    reference: row.reference,
    flow: row.direction === "ADD_FUNDS" ? "in" : "out",
    amount: money(row.amount_units, Currency.parse(row.currency)),
    sentAt: row.created_at,
  });
  return found === null
    ? looked(desk, actor, row, months, feed.value.length)
    : settle(desk, actor, row, found);
}

async function readMonths(
  desk: Desk,
  actor: Actor,
  row: OperationRow,
  months: readonly Month[],
): Promise<Result<FeedMovement[], Failure>> {
  const movements: FeedMovement[] = [];
  for (const month of months) {
    const feed = await readFeed(desk, actor, row.card_id, month, row.currency);
    if (!feed.ok) return feed;
    movements.push(...feed.value.movements);
  }
  return ok(movements);
}

async function looked(
  desk: Desk,
  actor: Actor,
  row: OperationRow,
  months: readonly Month[],
  movementsRead: number,
): Promise<Result<Checked, Failure>> {
  const event: OperationEvent = { kind: "operation.checked", months: [...months], movementsRead };
  const subject = { operationId: row.id, cardId: row.card_id };
  const status = await recordEvent(desk, { kind: "person", actor }, subject, event);
  return ok({ operationId: row.id, status });
}

const UNIQUE_VIOLATION = "23505";

async function settle(
  desk: Desk,
  actor: Actor,
  row: OperationRow,
  found: FeedMovement,
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
    // Another operation has claimed this movement: it is not ours, so ours is still unknown.
    if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) {
      return ok({ operationId: row.id, status: "unknown" });
    }
    throw error;
  }
}
