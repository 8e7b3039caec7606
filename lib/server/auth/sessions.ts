import "server-only";

import type { SessionId } from "@/lib/domain/ids";
import type { Operator } from "@/lib/domain/operator";

import type { Desk } from "../desk";
import { forgetTokens } from "../issuer/token-store";
import { operatorOf } from "../operators/operator-row";

/**
 * The person behind a session, with the role as it is now: a session that has ended or expired, or
 * whose operator is disabled, has nobody behind it.
 */
export async function operatorOfSession(
  desk: Desk,
  sessionId: SessionId,
): Promise<Operator | null> {
  const row = await desk.db
    .selectFrom("sessions")
    .innerJoin("operators", "operators.id", "sessions.operator_id")
    .select(["operators.id", "operators.email", "operators.name", "operators.role"])
    .where("sessions.id", "=", sessionId)
    .where("sessions.ended_at", "is", null)
    .where("sessions.expires_at", ">", desk.now())
    .where("operators.disabled_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : operatorOf(row);
}

/** Ends a session on the server and drops its issuer tokens; a copied cookie is worth nothing then. */
export async function endSession(desk: Desk, sessionId: SessionId): Promise<void> {
  await desk.db
    .updateTable("sessions")
    .set({ ended_at: desk.now() })
    .where("id", "=", sessionId)
    .where("ended_at", "is", null)
    .execute();
  await forgetTokens(desk, sessionId);
}
