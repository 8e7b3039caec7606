import "server-only";

import { z } from "zod";

import type { OperatorId, SessionId } from "@/lib/domain/ids";

import type { Desk } from "../desk";

/** The provider's clock and ours. */
export const CLOCK_TOLERANCE_MS = 60_000;

const Claims = z.looseObject({ auth_time: z.number().optional().catch(undefined) });

/** When the person signed in at the provider, by its own word; null where it does not say. */
export function signedInThereAt(claims: Readonly<Record<string, unknown>>): Date | null {
  const { auth_time: atS } = Claims.parse(claims);
  return atS === undefined ? null : new Date(atS * 1_000);
}

/**
 * Whether a provider that vouches for a person has asked who they are recently enough: not longer ago
 * than a session may be idle, and since any of their sessions was locked. A provider that answers from a
 * session of its own would otherwise open for whoever sits down what the desk has just locked; that the
 * locked session has been signed out of, or its cookie thrown away, changes nothing.
 */
export async function isFreshEnough(
  { db, now, sessionRules }: Pick<Desk, "db" | "now" | "sessionRules">,
  {
    operatorId,
    replaces,
  }: { readonly operatorId: OperatorId; readonly replaces: SessionId | null },
  signedInAt: Date | null,
): Promise<boolean> {
  const nowMs = now().getTime();
  const { idleMs } = sessionRules;
  const oldestMs = nowMs - idleMs - CLOCK_TOLERANCE_MS;
  if (signedInAt !== null && signedInAt.getTime() < oldestMs) return false;
  const oldest = new Date(oldestMs);
  const sessions = await db
    .selectFrom("sessions")
    .select(["locked_at", "last_seen_at", "proven_at", "ended_at"])
    .where((session) =>
      session.or([session("operator_id", "=", operatorId), session("id", "=", replaces)]),
    )
    .where("expires_at", ">", oldest)
    .where((session) =>
      session.or([session("ended_at", "is", null), session("ended_at", ">", oldest)]),
    )
    .execute();
  return sessions.every((session) => {
    const idleAtMs = session.last_seen_at.getTime() + idleMs;
    const isIdle = session.ended_at === null && idleAtMs <= nowMs;
    const lockedMs = session.locked_at?.getTime() ?? (isIdle ? idleAtMs : null);
    if (lockedMs === null) return true;
    if (signedInAt === null) return false;
    // Within the tolerance it could be the sign-in with which the locked session was opened.
    const isNew = signedInAt > session.proven_at;
    return isNew && signedInAt.getTime() >= lockedMs - CLOCK_TOLERANCE_MS;
  });
}
