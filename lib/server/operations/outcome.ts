import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

import { sql } from "kysely";
import pg from "pg";

import { statusAfter } from "@/lib/domain/journal";
import type { OperationEvent, OperationStatus } from "@/lib/domain/journal";

import type { Desk } from "../desk";
import { entryOf, insertEntryFrom } from "../journal/append";
import type { Author, Subject } from "../journal/append";
import { log } from "../log";
import { changeTo, isMovementClaimed, recordEvent } from "./record";

/** What a send came to. The answer's request id tells this send's entry from any other. */
export type Outcome = Extract<
  OperationEvent,
  { kind: "operation.applied" | "operation.refused" | "operation.unknown" }
>;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const GIVE_UP_AFTER_MS = 60_000;

/**
 * Records what a send came to, once. The answer of the issuer exists in this process alone, so while
 * the database is away the write is tried again for a minute. After that it throws, and the operation,
 * whose lease is over by then, becomes unknown: the feed is asked.
 */
export async function recordOutcome(
  desk: Desk,
  author: Author,
  subject: Subject,
  event: Outcome,
): Promise<OperationStatus> {
  const giveUpAtMs = performance.now() + GIVE_UP_AFTER_MS;
  let isRepeat = false;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      // A commit whose answer was lost may have happened.
      const earlier = isRepeat ? await findRecorded(desk, subject, event) : null;
      return earlier ?? (await write(desk, author, subject, event));
    } catch (error) {
      if (!isAway(error) || performance.now() >= giveUpAtMs) throw error;
      log.warn({ operationId: subject.operationId }, "the outcome waits for the database");
      isRepeat = true;
      await sleep(pauseMs);
    }
  }
}

async function write(
  desk: Desk,
  author: Author,
  subject: Subject,
  event: Outcome,
): Promise<OperationStatus> {
  try {
    const isWritten = await writeAtOnce(desk, author, subject, event);
    if (isWritten) return statusAfter("intended", event);
  } catch (error) {
    if (!isMovementClaimed(error)) throw error;
  }
  // Somebody took the operation for abandoned meanwhile, or the movement is another's.
  return recordEvent(desk, author, subject, event);
}

/**
 * The usual case in one statement, and so in one round trip and one commit: the operation is still
 * on its way, and this is its outcome. False when it is not on its way any more.
 */
async function writeAtOnce(
  desk: Desk,
  author: Author,
  subject: Subject,
  event: Outcome,
): Promise<boolean> {
  const at = desk.now();
  const entry = entryOf(at, author, subject, event);
  const status = statusAfter("intended", event);
  const change = changeTo(status, at, desk);
  const movementId = "movementId" in event ? event.movementId : null;
  const { numAffectedRows } = await sql`
    with held as (
      update operations
         set status = ${status}, outcome_at = ${at}, movement_id = ${movementId},
             holds_reference = ${change.holds_reference ?? true},
             next_look_at = ${change.next_look_at}, unknown_since = ${change.unknown_since ?? null}
       where id = ${subject.operationId} and status = 'intended'
       returning id, card_id)
    ${insertEntryFrom("held", entry)}`.execute(desk.db);
  return numAffectedRows === 1n;
}

/** The status, if this very send's outcome is on record already. */
async function findRecorded(
  desk: Desk,
  { operationId }: Subject,
  event: Outcome,
): Promise<OperationStatus | null> {
  const found = await desk.db
    .selectFrom("journal")
    .innerJoin("operations", "operations.id", "journal.operation_id")
    .select("operations.status")
    .where("journal.operation_id", "=", operationId)
    .where("journal.kind", "=", event.kind)
    .where(sql`data -> 'answer' ->> 'requestId'`, "=", event.answer?.requestId ?? null)
    .executeTakeFirst();
  return found?.status ?? null;
}

/** Whether the database is away, as opposed to an answer of its that no repeat would change. */
function isAway(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return isConnectionError(error);
  // What no repeat would change: bad values (22), a rule of a table (23), bad statements (42).
  return !/^(?:22|23|42)/.test(error.code ?? "");
}

/** The driver has no class for a connection that could not be made or broke: a code, or words. */
function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return /^E[A-Z]+$/.test(code) || /connect|timeout/i.test(error.message);
}
