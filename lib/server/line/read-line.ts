import "server-only";

import type { Selectable, Transaction } from "kysely";

import type { Failure } from "@/lib/domain/failure";

import type { Schema } from "../db/schema";
import type { Desk } from "../desk";

/** Whether the desk sends. One row in the database, so that it is the same on every instance. */
export interface Line {
  /** Null while the desk sends. */
  readonly stopped: {
    readonly since: Date;
    readonly by: string;
    /** Null when the desk stopped by itself. */
    readonly reason: string | null;
  } | null;
}

/** The state of the line. For everybody: who may not send must know why, too. */
export async function readLine({ db }: Pick<Desk, "db">): Promise<Line> {
  const row = await db
    .selectFrom("sending_line")
    .selectAll()
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
  return lineOf(row);
}

/**
 * The state of the line for whoever is about to change it: nobody else changes it until the
 * transaction ends. Those who send do not wait for it.
 */
export async function lockLine(tx: Transaction<Schema>): Promise<Line> {
  const row = await tx
    .selectFrom("sending_line")
    .selectAll()
    .where("id", "=", 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return lineOf(row);
}

/** The failure that everybody gets who wants to send while the line is stopped; null while it is not. */
export async function lineFailure(
  desk: Pick<Desk, "db">,
): Promise<Extract<Failure, { kind: "line-stopped" }> | null> {
  const { stopped } = await readLine(desk);
  if (stopped === null) return null;
  const { since, by, reason } = stopped;
  return { kind: "line-stopped", since: since.toISOString(), by, reason };
}

function lineOf(row: Selectable<Schema["sending_line"]>): Line {
  if (row.stopped_at === null) return { stopped: null };
  const by = row.stopped_by_name ?? "Funds Desk";
  return { stopped: { since: row.stopped_at, by, reason: row.reason } };
}
