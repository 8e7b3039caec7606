import "server-only";

import { z } from "zod";

import type { SessionEnd } from "@/lib/domain/access";
import type { Failure } from "@/lib/domain/failure";
import { OperatorId, SessionId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";
import type { Permission } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { endSessionsIn } from "./end-sessions-in";
import type { Which } from "./end-sessions-in";
import { proofMissing } from "./step-up";

/** How many were ended: none where somebody else was quicker. */
export interface Ended {
  readonly ended: number;
}

const OneSession = z.object({ sessionId: SessionId });
const OnePerson = z.object({ operatorId: OperatorId });

/** Ends one of one's own sessions. Takes a fresh proof: a stranger at the keyboard has none. */
export function endOwnSession(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Ended, Failure>> {
  const asked = OneSession.safeParse(input).data;
  return end(desk, actor, OWN, asked && { ...asked, operatorId: actor.operator.id });
}

/** Ends all of one's own sessions but the one that asks. */
export function endOwnOtherSessions(desk: Desk, actor: Actor): Promise<Result<Ended, Failure>> {
  return end(desk, actor, OWN, { operatorId: actor.operator.id, except: actor.sessionId });
}

/** Ends anybody's session. */
export function endAnySession(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Ended, Failure>> {
  return end(desk, actor, ANYBODYS, OneSession.safeParse(input).data);
}

/** Ends all sessions of one person; the one that asks stays, where it is theirs. */
export function endSessionsOf(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Ended, Failure>> {
  const asked = OnePerson.safeParse(input).data;
  return end(desk, actor, ANYBODYS, asked && { ...asked, except: actor.sessionId });
}

/** Ends everybody's sessions but the one that asks: for when something is badly wrong. */
export function endAllOtherSessions(desk: Desk, actor: Actor): Promise<Result<Ended, Failure>> {
  return end(desk, actor, ANYBODYS, { except: actor.sessionId });
}

interface Right {
  readonly permission: Permission;
  readonly how: SessionEnd;
}

const OWN: Right = { permission: "account.manage", how: "ended-by-person" };
const ANYBODYS: Right = { permission: "session.end-any", how: "ended-by-admin" };

async function end(
  desk: Desk,
  actor: Actor,
  { permission, how }: Right,
  which: Which | undefined,
): Promise<Result<Ended, Failure>> {
  if (!may(actor.operator, permission)) return fail({ kind: "denied", permission });
  if (which === undefined) return fail({ kind: "not-found", what: "session" });
  const missing = proofMissing(desk, actor);
  if (missing !== null) return fail(missing);
  const ending = { at: desk.now(), author: { kind: "person", actor }, how } as const;
  const ended = await desk.db.transaction().execute((tx) => endSessionsIn(tx, ending, which));
  return ok({ ended });
}
