import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { accessEntryOf, appendAccessEvent } from "../journal/append";

/** Locks one's own session by hand. What is locked already stays as it is. */
export async function lockSession(desk: Desk, actor: Actor): Promise<Result<null, Failure>> {
  const now = desk.now();
  await desk.db.transaction().execute(async (tx) => {
    const locked = await tx
      .updateTable("sessions")
      .set({ locked_at: now })
      .where("id", "=", actor.sessionId)
      .where("ended_at", "is", null)
      .where("locked_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (locked === undefined) return;
    const event = { kind: "session.locked", how: "by-hand" } as const;
    await appendAccessEvent(tx, now, { kind: "person", actor }, event);
  });
  return ok(null);
}

/**
 * Writes down that a session was found idle: it is locked since the moment at which it became so, and
 * nothing but a proof opens it. Nobody asked for that, so the desk is its author.
 */
export async function noteIdle(
  desk: Desk,
  { operator, sessionId }: Actor,
  { since, lastSeenAt }: { readonly since: Date; readonly lastSeenAt: Date },
): Promise<void> {
  await desk.db.transaction().execute(async (tx) => {
    const locked = await tx
      .updateTable("sessions")
      .set({ locked_at: since })
      .where("id", "=", sessionId)
      .where("locked_at", "is", null)
      // A sign of the person or a proof may have come in between.
      .where("last_seen_at", "<", new Date(lastSeenAt.getTime() + 1))
      .returning("id")
      .executeTakeFirst();
    if (locked === undefined) return;
    const event = { kind: "session.locked", how: "idle" } as const;
    const subject = { aboutOperatorId: operator.id };
    const entry = accessEntryOf(desk.now(), { kind: "desk" }, event, subject);
    await tx
      .insertInto("journal")
      .values({ ...entry, session_id: sessionId })
      .execute();
  });
}
