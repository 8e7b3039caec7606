import "server-only";

import type { ProofMethod } from "@/lib/domain/access";
import type { SessionId } from "@/lib/domain/ids";

import type { Actor, Desk, Origin } from "../desk";
import { operatorOf } from "../operators/operator-row";
import { noteIdle } from "./lock-session";

/** What the cookie says: which session, and how often its person has proven to be themselves. */
export interface Ticket {
  readonly sessionId: SessionId;
  readonly generation: number;
}

/** How somebody stands with the desk. Only `active` may work. */
export type Standing =
  | { readonly kind: "nobody" }
  /** Idle for too long, or locked by hand: the person must prove to be themselves again. */
  | { readonly kind: "locked"; readonly actor: Actor; readonly since: Date }
  /** The account still lacks what it takes to work. */
  | {
      readonly kind: "incomplete";
      readonly actor: Actor;
      readonly missing: "password" | "second-factor";
    }
  | { readonly kind: "active"; readonly actor: Actor; readonly lastSeenAt: Date };

/** For so long after the new cookie was first seen a page that had asked with the old one is still answered. */
const ROTATION_GRACE_MS = 30_000;
/** How long a new cookie may be on its way: an answer that was lost must not sign anybody out. */
const ON_ITS_WAY_MS = 300_000;

/** What `rotated_at` says while the new cookie has not been seen: the grace is not over before. */
export function rotatedAt(now: Date): Date {
  return new Date(now.getTime() + ON_ITS_WAY_MS - ROTATION_GRACE_MS);
}

/**
 * How the holder of this ticket stands, with the role as it is now. A session that has ended or
 * expired, whose operator is disabled, or whose cookie is from before the last proof is nobody's.
 */
export async function standingOf(desk: Desk, ticket: Ticket, origin: Origin): Promise<Standing> {
  const now = desk.now();
  const row = await readSession(desk, ticket.sessionId, now);
  if (row === undefined || !isCurrent(row, ticket, now)) return { kind: "nobody" };
  const isNewest = row.generation === ticket.generation;
  if (isNewest && row.rotated_at !== null && row.rotated_at > now) await noteArrival(desk, ticket);
  const actor: Actor = {
    ...origin,
    operator: operatorOf(row),
    sessionId: ticket.sessionId,
    generation: ticket.generation,
    // Whoever holds the cookie from before the proof need not be the one who gave it.
    provenAt: isNewest ? row.proven_at : NEVER,
    proofMethod: proofMethodOf(row),
  };
  const idleSince = new Date(row.last_seen_at.getTime() + desk.sessionRules.idleMs);
  const since = row.locked_at ?? (idleSince <= now ? idleSince : null);
  if (since !== null) {
    if (row.locked_at === null) {
      await noteIdle(desk, actor, { since, lastSeenAt: row.last_seen_at });
    }
    return { kind: "locked", actor, since };
  }
  const missing = missingOf(desk, row);
  if (missing !== null) return { kind: "incomplete", actor, missing };
  return { kind: "active", actor, lastSeenAt: row.last_seen_at };
}

const NEVER = new Date(0);

/** The new cookie has arrived: from now on the old one is good for the grace and no longer. */
async function noteArrival(desk: Desk, { sessionId, generation }: Ticket): Promise<void> {
  await desk.db
    .updateTable("sessions")
    .set({ rotated_at: desk.now() })
    .where("id", "=", sessionId)
    .where("generation", "=", generation)
    .where("rotated_at", ">", desk.now())
    .execute();
}

function readSession(desk: Desk, sessionId: SessionId, now: Date) {
  return desk.db
    .selectFrom("sessions")
    .innerJoin("operators", "operators.id", "sessions.operator_id")
    .select([
      "operators.id",
      "operators.email",
      "operators.name",
      "operators.role",
      "operators.must_change_password",
      "operators.totp_confirmed_at",
      "sessions.last_seen_at",
      "sessions.locked_at",
      "sessions.proven_at",
      "sessions.method",
      "sessions.generation",
      "sessions.rotated_at",
    ])
    .where("sessions.id", "=", sessionId)
    .where("sessions.ended_at", "is", null)
    .where("sessions.expires_at", ">", now)
    .where("operators.disabled_at", "is", null)
    .executeTakeFirst();
}

type SessionRow = NonNullable<Awaited<ReturnType<typeof readSession>>>;

function isCurrent(row: SessionRow, { generation }: Ticket, now: Date): boolean {
  if (row.generation === generation) return true;
  if (row.generation !== generation + 1 || row.rotated_at === null) return false;
  return now.getTime() - row.rotated_at.getTime() < ROTATION_GRACE_MS;
}

function proofMethodOf({ method, totp_confirmed_at }: SessionRow): ProofMethod {
  if (method === "provider") return "provider";
  return totp_confirmed_at === null ? "password" : "code";
}

function missingOf({ secondFactor }: Desk, row: SessionRow): "password" | "second-factor" | null {
  if (row.method === "provider") return null;
  if (row.must_change_password) return "password";
  return secondFactor === "required" && row.totp_confirmed_at === null ? "second-factor" : null;
}
