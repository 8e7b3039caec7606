import "server-only";

import { sql } from "kysely";
import type { Selectable, Transaction } from "kysely";

import { Currency } from "@/lib/domain/currency";
import type { Failure } from "@/lib/domain/failure";
import { OperationEvent, Proposal } from "@/lib/domain/journal";
import type { Looked, UnknownCause } from "@/lib/domain/journal";
import { money } from "@/lib/domain/money";
import type { Money } from "@/lib/domain/money";
import type { Direction } from "@/lib/domain/operation";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Schema } from "../db/schema";
import type { Actor, Desk } from "../desk";
import { recordListRead } from "../journal/record-reads";
import { isOfKind, isUnsettled, waitingSince } from "./unsettled";
import type { UnsettledKind } from "./unsettled";
import { viewOf } from "./view";
import type { OperationView } from "./view";

/** An operation whose outcome is not known, with what the desk has done about it. */
export interface UnsettledOperation {
  readonly operation: OperationView;
  /** When it became unknown; when it was sent, for one that is still on its way. */
  readonly since: Date;
  /** Why it is unknown; null for one that is still on its way. */
  readonly cause: UnknownCause | null;
  readonly looks: number;
  readonly lastLook: LastLook | null;
  readonly nextLookAt: Date | null;
  /** A movement that may be it, for a supervisor to judge. */
  readonly proposal: Proposal | null;
}

export interface LastLook {
  readonly at: Date;
  /** What was read; null where the look found the movement that is proposed. */
  readonly seen: Looked | null;
}

/** What would have moved, by currency and direction, of the operations that are listed. */
export interface UnsettledTotal {
  readonly direction: Direction;
  readonly count: number;
  readonly amount: Money;
}

export interface Unsettled {
  /** Those that have waited longest come first; at most `MOST_ROWS`. */
  readonly rows: readonly UnsettledOperation[];
  /** Of all that were asked for, listed or not. */
  readonly totals: readonly UnsettledTotal[];
  /** How many there are of each kind. */
  readonly counts: Readonly<Record<UnsettledKind, number>>;
}

/** More than this many are counted, and not listed. */
const MOST_ROWS = 200;

/**
 * The shift's list: everybody's operations whose outcome is not known, and those that have been on
 * their way for long. Each comes with why, since when, what was looked at and when the next look is.
 * Rows, totals and counts are of one moment.
 */
export async function listUnsettled(
  desk: Desk,
  actor: Actor,
  kind: UnsettledKind,
): Promise<Result<Unsettled, Failure>> {
  if (!may(actor.operator, "operation.list-unsettled")) {
    return fail({ kind: "denied", permission: "operation.list-unsettled" });
  }
  await recordListRead(desk, actor, "unsettled");
  const now = desk.now();
  return ok(
    await desk.db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (tx) => {
        const rows = await readRows(tx, now, kind);
        return { rows, ...(await readTotals(tx, now, kind)) };
      }),
  );
}

/** An entry of the journal as its schema reads it. */
const EVENT = sql<unknown>`data || jsonb_build_object('kind', kind)`;

async function readRows(
  tx: Transaction<Schema>,
  now: Date,
  kind: UnsettledKind,
): Promise<readonly UnsettledOperation[]> {
  const rows = await tx
    .selectFrom("operations")
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom("journal")
          .select(EVENT.as("unknown_event"))
          .whereRef("journal.operation_id", "=", "operations.id")
          .where("journal.kind", "=", "operation.unknown")
          .orderBy("journal.seq", "desc")
          .limit(1)
          .as("unknown"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom("journal")
          .select(EVENT.as("look_event"))
          .whereRef("journal.operation_id", "=", "operations.id")
          .where("journal.kind", "in", ["operation.checked", "operation.proposed"])
          .orderBy("journal.seq", "desc")
          .limit(1)
          .as("look"),
      (join) => join.onTrue(),
    )
    .selectAll("operations")
    .select(["unknown_event", "look_event"])
    .where(isUnsettled(now))
    .where(isOfKind(kind, now))
    .orderBy(waitingSince)
    .orderBy("operations.id")
    .limit(MOST_ROWS)
    .execute();
  return rows.map(unsettledOf);
}

type Row = Selectable<Schema["operations"]> & {
  readonly unknown_event: unknown;
  readonly look_event: unknown;
};

function unsettledOf(row: Row): UnsettledOperation {
  return {
    operation: viewOf(row),
    since: row.unknown_since ?? row.created_at,
    cause: causeIn(row),
    looks: row.looks,
    lastLook: row.last_look_at === null ? null : { at: row.last_look_at, seen: seenIn(row) },
    nextLookAt: row.next_look_at,
    proposal: row.proposal === null ? null : Proposal.parse(row.proposal),
  };
}

function causeIn({ unknown_event }: Row): UnknownCause | null {
  if (unknown_event === null) return null;
  const event = OperationEvent.parse(unknown_event);
  return event.kind === "operation.unknown" ? event.cause : null;
}

function seenIn({ look_event }: Row): Looked | null {
  if (look_event === null) return null;
  const event = OperationEvent.parse(look_event);
  return event.kind === "operation.checked" ? event : null;
}

async function readTotals(
  tx: Transaction<Schema>,
  now: Date,
  kind: UnsettledKind,
): Promise<Pick<Unsettled, "totals" | "counts">> {
  const groups = await tx
    .selectFrom("operations")
    .select((select) => [
      "currency",
      "direction",
      select.fn.countAll<bigint>().as("all"),
      select.fn.countAll<bigint>().filterWhere(isOfKind("proposed", now)).as("proposed"),
      select.fn.countAll<bigint>().filterWhere(isOfKind("old", now)).as("old"),
      sql<bigint>`coalesce(sum(amount_units) filter (where ${isOfKind(kind, now)}), 0)::bigint`.as(
        "units",
      ),
    ])
    .where(isUnsettled(now))
    .groupBy(["currency", "direction"])
    .orderBy("currency")
    .orderBy("direction")
    .execute();
  const countOf = (which: UnsettledKind) =>
    groups.reduce((sum, group) => sum + Number(group[which]), 0);
  return {
    counts: { all: countOf("all"), proposed: countOf("proposed"), old: countOf("old") },
    totals: groups
      .filter((group) => group[kind] > 0n)
      .map(({ direction, currency, units, ...counts }) => ({
        direction,
        count: Number(counts[kind]),
        amount: money(units, Currency.parse(currency)),
      })),
  };
}
