import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { Currency } from "@/lib/domain/currency";
import type { Looked, OperationEvent, OperationStatus } from "@/lib/domain/journal";
import { Proposal } from "@/lib/domain/journal";
import { money, toDecimal } from "@/lib/domain/money";
import { feedMonthsBetween, monthOf } from "@/lib/domain/month";
import type { Month } from "@/lib/domain/month";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";
import { LANDING_MS, movementKey, provesAbsence, searchFeed } from "@/lib/domain/settling";
import type { Search, Sought } from "@/lib/domain/settling";

import type { Caller, Desk } from "../desk";
import { readFeed } from "../issuer/feed";
import type { FeedMovement } from "../issuer/translate";
import type { Author } from "../journal/append";
import type { OperationRow } from "./find-operation";
import { isMovementClaimed, recordEvent } from "./record";
import { knownAbout } from "./rivals";

/** What a look found, before anything is written down. */
export interface Seen {
  readonly search: Search<FeedMovement>;
  readonly looked: Looked;
}

type Find = Extract<OperationEvent, { kind: "operation.settled" | "operation.proposed" }>;

/**
 * Looks in the issuer's feed for an unknown operation and writes down what it found: settled when its
 * reference is there, a proposal where only a person can say, proven absent when the schedule's window
 * and number of looks are full, and otherwise one more look. Gives the status after it. Nothing is
 * ever sent. Fails with the issuer's failures, and then writes nothing.
 */
export async function lookFor(
  desk: Desk,
  caller: Caller,
  author: Author,
  row: OperationRow,
): Promise<Result<OperationStatus, Failure>> {
  const seen = await seek(desk, caller, row);
  if (!seen.ok) return seen;
  const subject = { operationId: row.id, cardId: row.card_id };
  try {
    return ok(await recordEvent(desk, author, subject, eventOf(desk, row, seen.value)));
  } catch (error) {
    // Another operation has claimed this movement since we read what is claimed: it is not ours.
    if (!isMovementClaimed(error)) throw error;
    const { looked } = seen.value;
    return ok(await recordEvent(desk, author, subject, { kind: "operation.checked", ...looked }));
  }
}

/** Searches the feed of every month in which the operation's movement may stand. */
export async function seek(
  desk: Desk,
  caller: Caller,
  row: OperationRow,
): Promise<Result<Seen, Failure>> {
  const until = Math.min(row.created_at.getTime() + LANDING_MS, desk.now().getTime());
  const months = feedMonthsBetween(row.created_at, new Date(until));
  const sought = await soughtOf(desk, row);
  const read: FeedMovement[] = [];
  const monthsRead: Month[] = [];
  let unreadable = 0;
  for (const month of months) {
    const feed = await readFeed(desk, caller, row.card_id, month, row.currency);
    if (!feed.ok) {
      // How the issuer answers for a month that has not begun is not documented: a refusal of it
      // takes nothing from what the other months say.
      const isAhead = month > monthOf(desk.now(), "UTC");
      if (isAhead && feed.failure.kind === "issuer-refused") continue;
      return fail(feed.failure);
    }
    monthsRead.push(month);
    read.push(...feed.value.movements);
    unreadable += feed.value.unreadableCount;
    if (searchFeed(read, sought).kind === "found") break;
  }
  const search = searchFeed(read, sought);
  const pending = search.kind === "none" ? search.pending : 0;
  const looked = { months: monthsRead, movementsRead: read.length, unreadable, pending };
  return ok({ search, looked });
}

async function soughtOf(desk: Desk, row: OperationRow): Promise<Sought> {
  return {
    reference: row.reference,
    flow: row.direction === "ADD_FUNDS" ? "in" : "out",
    amount: money(row.amount_units, Currency.parse(row.currency)),
    sentAt: row.created_at,
    ...(await knownAbout(desk, row)),
  };
}

function eventOf(desk: Desk, row: OperationRow, { search, looked }: Seen): OperationEvent {
  const find = findIn({ search, looked }, row);
  if (find !== null) return find;
  const isComplete = search.kind === "none" && looked.unreadable === 0 && looked.pending === 0;
  const looks = row.looks + 1;
  const since = row.unknown_since;
  if (isComplete && since !== null && provesAbsence(looks, since, desk.now(), desk.settling)) {
    return { kind: "operation.proven-absent", ...looked, looks, since: since.toISOString() };
  }
  return { kind: "operation.checked", ...looked };
}

/** What a look brings to light: the movement, or one to ask a supervisor about. Null for no news. */
export function findIn({ search }: Seen, row: Pick<OperationRow, "proposal">): Find | null {
  switch (search.kind) {
    case "found": {
      const { id, at } = search.movement;
      const found = { movementId: id, movementAt: at, how: "reference", reason: null } as const;
      return { kind: "operation.settled", ...found };
    }
    case "likely": {
      const { movement, doubts } = search;
      const movementId = movementKey(movement);
      // The same proposal again is one more look, and no news.
      if (Proposal.safeParse(row.proposal).data?.movementId === movementId) return null;
      return {
        kind: "operation.proposed",
        movementId,
        movementAt: movement.at,
        amount: toDecimal(movement.amount),
        currency: movement.amount.currency,
        doubts: [...doubts],
      };
    }
    case "none":
      return null;
  }
}
