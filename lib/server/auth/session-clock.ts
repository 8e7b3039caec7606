import "server-only";

import type { SessionClock } from "@/lib/domain/session-clock";

import type { Actor, Desk } from "../desk";

/** What is left of the session of whoever asks. To ask is no sign that the person is there. */
export async function readSessionClock(
  { db, now, sessionRules }: Pick<Desk, "db" | "now" | "sessionRules">,
  { sessionId, operator }: Actor,
): Promise<SessionClock> {
  const row = await db
    .selectFrom("sessions")
    .select(["last_seen_at", "expires_at"])
    .where("id", "=", sessionId)
    .executeTakeFirstOrThrow();
  const nowMs = now().getTime();
  return {
    operatorId: operator.id,
    idleLeftMs: Math.max(0, row.last_seen_at.getTime() + sessionRules.idleMs - nowMs),
    absoluteLeftMs: Math.max(0, row.expires_at.getTime() - nowMs),
  };
}
