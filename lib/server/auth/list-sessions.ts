import "server-only";

import { deviceOf } from "@/lib/domain/device";
import type { Device } from "@/lib/domain/device";
import { SessionId } from "@/lib/domain/ids";
import type { OperatorId } from "@/lib/domain/ids";
import type { Operator } from "@/lib/domain/operator";
import { may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";
import { recordListRead } from "../journal/record-reads";
import { operatorOf } from "../operators/operator-row";

/** An open session: whose, on what, from where, since when. */
export interface SessionView {
  readonly id: SessionId;
  readonly operator: Operator;
  readonly device: Device;
  /** As the browser sent it. */
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly since: Date;
  readonly lastSeenAt: Date;
  /** Nothing is done in it until its person proves to be themselves again. */
  readonly isLocked: boolean;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** As many as a page can show; a desk with more has another trouble. */
const MOST = 500;

/** One's own open sessions: this one first, then the last seen. */
export async function listOwnSessions(desk: Desk, actor: Actor): Promise<readonly SessionView[]> {
  if (!may(actor.operator, "account.manage")) return [];
  const sessions = await openSessions(desk, actor, actor.operator.id);
  return sessions.toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Everybody's open sessions, or those of one person; the last seen first. */
export async function listSessions(
  desk: Desk,
  actor: Actor,
  operatorId: OperatorId | null = null,
): Promise<readonly SessionView[]> {
  if (!may(actor.operator, "session.list-all")) return [];
  await recordListRead(desk, actor, "sessions", { person: operatorId !== null });
  return openSessions(desk, actor, operatorId);
}

async function openSessions(
  desk: Desk,
  actor: Actor,
  operatorId: OperatorId | null,
): Promise<SessionView[]> {
  const now = desk.now();
  let query = desk.db
    .selectFrom("sessions")
    .innerJoin("operators", "operators.id", "sessions.operator_id")
    .select(["operators.id", "operators.email", "operators.name", "operators.role"])
    .select(["sessions.id as session_id", "sessions.address", "sessions.user_agent"])
    .select(["sessions.created_at", "sessions.last_seen_at", "sessions.locked_at"])
    .where("sessions.ended_at", "is", null)
    .where("sessions.expires_at", ">", now)
    .where("operators.disabled_at", "is", null);
  if (operatorId !== null) query = query.where("sessions.operator_id", "=", operatorId);
  const rows = await query.orderBy("sessions.last_seen_at", "desc").limit(MOST).execute();
  const idleBefore = now.getTime() - desk.sessionRules.idleMs;
  return rows.map((row) => ({
    id: SessionId.parse(row.session_id),
    operator: operatorOf(row),
    device: deviceOf(row.user_agent),
    userAgent: row.user_agent,
    address: row.address,
    since: row.created_at,
    lastSeenAt: row.last_seen_at,
    isLocked: row.locked_at !== null || row.last_seen_at.getTime() <= idleBefore,
    isThis: row.session_id === actor.sessionId,
  }));
}
