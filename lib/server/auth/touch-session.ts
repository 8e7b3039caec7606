import "server-only";

import type { SessionId } from "@/lib/domain/ids";

import type { Desk } from "../desk";

/** A sign of the person within this time of the last one is not written down again. */
const TOUCH_EVERY_MS = 10_000;

/**
 * Writes down that the person was there, so long ago by the server's clock. A session that is locked,
 * or has been idle for too long, is not woken by it.
 */
export async function touchSession(desk: Desk, sessionId: SessionId, agoMs = 0): Promise<void> {
  const nowMs = desk.now().getTime();
  const seenMs = nowMs - agoMs;
  await desk.db
    .updateTable("sessions")
    .set({ last_seen_at: new Date(seenMs) })
    .where("id", "=", sessionId)
    .where("ended_at", "is", null)
    .where("locked_at", "is", null)
    .where("last_seen_at", "<", new Date(seenMs - TOUCH_EVERY_MS))
    .where("last_seen_at", ">", new Date(nowMs - desk.sessionRules.idleMs))
    .execute();
}
