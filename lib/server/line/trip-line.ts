import "server-only";

import { sql } from "kysely";

import type { Database } from "../db/connect";
import type { Desk } from "../desk";
import { appendLineEvent } from "../journal/append";
import { log } from "../log";
import { lockLine } from "./read-line";

/**
 * Stops the line when too many of the last sends ended unknown (DESK_STOP_…). To be asked whenever an
 * operation has become unknown. Gives whether it stopped it; never throws, because the operation that
 * it is asked after has its outcome, and must not lose it to a count.
 */
export async function tripLine(desk: Desk): Promise<boolean> {
  try {
    return isTooMuch(desk, await countSends(desk.db, desk)) && (await stopByItself(desk));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    log.error({ reason }, "could not see whether too many sends end unknown");
    return false;
  }
}

async function stopByItself(desk: Desk): Promise<boolean> {
  const sends = await desk.db.transaction().execute(async (tx) => {
    const { stopped } = await lockLine(tx);
    if (stopped !== null) return null;
    // Counted again under the lock: somebody may have started the line anew in between.
    const counted = await countSends(tx, desk);
    if (!isTooMuch(desk, counted)) return null;
    const at = desk.now();
    await tx
      .updateTable("sending_line")
      .set({ stopped_at: at, stopped_by_name: null, reason: null, is_automatic: true })
      .where("id", "=", 1)
      .execute();
    const share = { ...counted, windowMs: desk.autoStop.windowMs };
    const event = { kind: "line.stopped", reason: null, share } as const;
    await appendLineEvent(tx, at, { kind: "desk" }, event);
    return counted;
  });
  if (sends !== null) log.error(sends, "sending has stopped: too many outcomes are unknown");
  return sends !== null;
}

interface Sends {
  readonly sent: number;
  /** Of these, how many ended unknown, whatever they were settled as later. */
  readonly unknown: number;
}

/** The sends of the window that have ended, without those from before the line was last resumed. */
async function countSends(db: Database, { autoStop, now }: Desk): Promise<Sends> {
  const windowBegin = new Date(now().getTime() - autoStop.windowMs);
  const resumed = await db
    .selectFrom("journal")
    .select("at")
    .where("kind", "=", "line.resumed")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const begin = resumed !== undefined && resumed.at > windowBegin ? resumed.at : windowBegin;
  const counted = await db
    .selectFrom("operations")
    .select([
      sql<number>`count(*)::integer`.as("sent"),
      sql<number>`count(unknown_since)::integer`.as("unknown"),
    ])
    .where("created_at", ">", begin)
    .where("status", "<>", "intended")
    .executeTakeFirstOrThrow();
  return counted;
}

/** More than the share, of enough sends for a share to mean something. */
function isTooMuch({ autoStop }: Desk, { sent, unknown }: Sends): boolean {
  return sent >= autoStop.leastSends && unknown * 100 > sent * autoStop.sharePercent;
}
