import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import type { CardId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";
import type { Movement } from "@/lib/domain/movement";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { readFeed } from "../issuer/feed";
import { recordCardRead } from "../journal/record-reads";
import { readRecently } from "./recent-months";

export interface CardMonth {
  /** Newest first; rows without a time last. */
  readonly movements: readonly Movement[];
  /** Rows of the feed that could not be read: shown as a count, never guessed. */
  readonly unreadableCount: number;
  readonly readAt: Date;
}

/**
 * A card's month as the issuer's feed has it now, each movement joined with our operation of the
 * same reference, direction and amount on that card. A reading of a few seconds ago by the same
 * session counts as now, unless this desk has done something on the card since or `isFresh` is set.
 * Fails with `denied`, with `not-found` for a card that the issuer does not have, and with the
 * issuer's failures.
 */
export async function readMonth(
  desk: Desk,
  actor: Actor,
  cardId: CardId,
  month: Month,
  { isFresh = false }: { readonly isFresh?: boolean } = {},
): Promise<Result<CardMonth, Failure>> {
  if (!may(actor.operator, "movements.read")) {
    return fail({ kind: "denied", permission: "movements.read" });
  }
  // Before what was read a moment ago is given again, too.
  await recordCardRead(desk, actor, cardId, { what: "movements", month });
  const key = [actor.sessionId, cardId, month, await lastEventOn(desk, cardId)].join(" ");
  return readRecently(desk, key, isFresh, () => readFromIssuer(desk, actor, cardId, month));
}

async function readFromIssuer(
  desk: Desk,
  actor: Actor,
  cardId: CardId,
  month: Month,
): Promise<Result<CardMonth, Failure>> {
  const [currency, operations] = await Promise.all([
    currencyOf(desk, cardId),
    operationsOn(desk, cardId),
  ]);
  const feed = await readFeed(desk, actor, cardId, month, currency);
  if (!feed.ok) return feed;
  const movements = feed.value.movements
    .map((movement) => ({
      ...movement,
      operationId:
        operations.get(claimOf(movement.id)) ??
        operations.get(keyOf(movement.reference, movement)) ??
        null,
    }))
    .toSorted(newestFirst);
  return ok({ movements, unreadableCount: feed.value.unreadableCount, readAt: desk.now() });
}

/** The number of the last entry of an operation on the card: it grows with whatever this desk does there. */
async function lastEventOn(desk: Desk, cardId: CardId): Promise<bigint> {
  const row = await desk.db
    .selectFrom("journal")
    .select("seq")
    .where("card_id", "=", cardId)
    .where("operation_id", "is not", null)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0n;
}

function newestFirst(a: Movement, b: Movement): number {
  const [left, right] = [a.at ?? "", b.at ?? ""];
  if (left === right) return 0;
  return left < right ? 1 : -1;
}

function keyOf(reference: string | null, what: Pick<Movement, "flow" | "amount">): string {
  return `${reference ?? ""}\n${what.flow}\n${what.amount.units}\n${what.amount.currency}`;
}

/** What an operation that has claimed a movement is found by, whatever the movement's reference. */
function claimOf(movementId: string | null): string {
  return `claim\n${movementId ?? ""}`;
}

async function operationsOn(desk: Desk, cardId: CardId): Promise<Map<string, OperationId>> {
  const rows = await desk.db
    .selectFrom("operations")
    .select(["id", "reference", "direction", "amount_units", "currency", "movement_id"])
    .where("card_id", "=", cardId)
    .where("status", "in", ["intended", "applied", "unknown"])
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const flow = row.direction === "ADD_FUNDS" ? "in" : "out";
      const key = `${row.reference}\n${flow}\n${row.amount_units}\n${row.currency}`;
      const id = OperationId.parse(row.id);
      const claim = row.movement_id === null ? [] : [[claimOf(row.movement_id), id] as const];
      return [[key, id] as const, ...claim];
    }),
  );
}

async function currencyOf(desk: Desk, cardId: CardId): Promise<string | null> {
  const row = await desk.db
    .selectFrom("cards_seen")
    .select("currency")
    .where("card_id", "=", cardId)
    .executeTakeFirst();
  return row?.currency ?? null;
}
