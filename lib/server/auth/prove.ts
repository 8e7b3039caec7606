import "server-only";

import type { ProofMethod } from "@/lib/domain/access";

import type { Actor, Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { rotatedAt } from "./standing";

/** What the cookie of a session must say after a proof, and until when it is good. */
export interface Renewal {
  readonly generation: number;
  readonly expiresAt: Date;
}

/**
 * Writes down that the person has just proven to be themselves, by this means: the session is open
 * again if it was locked, and its cookie is to be renewed, because the one from before is worth nothing
 * soon. The absolute limit stays where it was. Null when the session has ended meanwhile.
 */
export async function giveProof(
  desk: Desk,
  actor: Actor,
  method: ProofMethod,
): Promise<Renewal | null> {
  const now = desk.now();
  return desk.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("sessions")
      .select(["generation", "expires_at", "last_seen_at", "locked_at"])
      .where("id", "=", actor.sessionId)
      .where("ended_at", "is", null)
      .where("expires_at", ">", now)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return null;
    // Who still holds the cookie from before has not got the new one: it is handed over once more.
    const generation = Math.max(row.generation, actor.generation + 1);
    await tx
      .updateTable("sessions")
      .set({ last_seen_at: now, locked_at: null, generation, rotated_at: rotatedAt(now) })
      // Whoever has a second factor may unlock with the password, but is asked for a code where a
      // fresh proof counts.
      .$if(method === actor.proofMethod, (query) => query.set({ proven_at: now }))
      .where("id", "=", actor.sessionId)
      .execute();
    const idleMs = now.getTime() - row.last_seen_at.getTime();
    const wasLocked = row.locked_at !== null || idleMs >= desk.sessionRules.idleMs;
    const kind = wasLocked ? "session.unlocked" : "proof.given";
    await appendAccessEvent(tx, now, { kind: "person", actor }, { kind, method });
    return { generation, expiresAt: row.expires_at };
  });
}
