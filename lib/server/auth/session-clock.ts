import "server-only";

import type { SessionClock } from "@/lib/domain/session-clock";

import type { Actor, Desk } from "../desk";

/** What is left of the session of whoever asks. To ask is no sign that the person is there. */
export async function readSessionClock(desk: Desk, { sessionId }: Actor): Promise<SessionClock> {
  const row = await desk.db
    .selectFrom("sessions")
    .select(["last_seen_at", "expires_at"])
    .where("id", "=", sessionId)
    .executeTakeFirstOrThrow();
  return clockOf(desk, { lastSeenAt: row.last_seen_at, expiresAt: row.expires_at });
}

/** What is left now of a session that its person was last seen in, and that expires, at these times. */
export function clockOf(
  { now, sessionRules }: Pick<Desk, "now" | "sessionRules">,
  { lastSeenAt, expiresAt }: { readonly lastSeenAt: Date; readonly expiresAt: Date },
): SessionClock {
  const nowMs = now().getTime();
  return {
    idleLeftMs: Math.max(0, lastSeenAt.getTime() + sessionRules.idleMs - nowMs),
    absoluteLeftMs: Math.max(0, expiresAt.getTime() - nowMs),
  };
}
