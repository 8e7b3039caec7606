import "server-only";

import { randomUUID } from "node:crypto";

import type { ProofMethod } from "@/lib/domain/access";
import { SessionId } from "@/lib/domain/ids";
import type { Operator } from "@/lib/domain/operator";

import type { Desk, Origin } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { endSessionsIn } from "./end-sessions-in";

/** Who has proven to be themselves, and how. */
export interface Proven {
  readonly operator: Operator;
  readonly method: ProofMethod;
  /** When they last proved it: just now where nothing is said. */
  readonly provenAt?: Date;
  /** What the provider signed, kept sealed for signing out there; null for own accounts. */
  readonly provider?: {
    readonly idTokenKeyId: string | null;
    readonly idTokenSealed: Buffer | null;
    readonly sid: string | null;
  };
}

export interface OpenOptions {
  readonly id?: SessionId;
  /** The session that this browser had until now, whosever it was: it ends. */
  readonly replaces?: SessionId | null;
}

/**
 * Opens a session for a person who has proven to be themselves, from where the request came. The
 * session, its entry in the journal and the time of the sign-in are durable together or not at all.
 */
export async function openSession(
  desk: Desk,
  origin: Origin,
  { operator, method, provenAt = desk.now(), provider }: Proven,
  { id = newSessionId(), replaces = null }: OpenOptions = {},
): Promise<SessionId> {
  const now = desk.now();
  await desk.db.transaction().execute(async (tx) => {
    await tx
      .insertInto("sessions")
      .values({
        id,
        operator_id: operator.id,
        created_at: now,
        expires_at: new Date(now.getTime() + desk.sessionRules.maxAgeMs),
        last_seen_at: now,
        proven_at: provenAt,
        method,
        address: origin.address,
        user_agent: origin.userAgent,
        id_token_key_id: provider?.idTokenKeyId ?? null,
        id_token_sealed: provider?.idTokenSealed ?? null,
        provider_sid: provider?.sid ?? null,
      })
      .execute();
    await tx
      .updateTable("operators")
      .set({ last_signed_in_at: now })
      .where("id", "=", operator.id)
      .execute();
    const actor = {
      ...origin,
      operator,
      sessionId: id,
      generation: 0,
      provenAt,
      proofMethod: method,
    };
    const author = { kind: "person", actor } as const;
    if (replaces !== null) {
      await endSessionsIn(tx, { at: now, author, how: "replaced" }, { sessionId: replaces });
    }
    await appendAccessEvent(tx, now, author, { kind: "session.opened", method });
  });
  return id;
}

/** An id that nobody can guess: 122 random bits. */
export function newSessionId(): SessionId {
  return SessionId.parse(randomUUID());
}
