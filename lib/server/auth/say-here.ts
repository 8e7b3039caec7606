import "server-only";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";
import type { SessionClock } from "@/lib/domain/session-clock";

import type { Actor, Desk } from "../desk";
import { readSessionClock } from "./session-clock";
import { touchSession } from "./touch-session";

/** A page tells of a key or a press a while after it, so as not to ask with each of them. */
const AGO_MAX_MS = 60_000;

const Input = z.object({ agoMs: z.number().min(0).max(AGO_MAX_MS) });

/**
 * The person is there: a key or a press so long ago. Moves the idle limit to that moment, never further,
 * and wakes nothing that is locked. Gives what is left of the session.
 */
export async function sayHere(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<SessionClock, Failure>> {
  const parsed = Input.safeParse(input);
  if (!parsed.success) {
    return fail({ kind: "invalid", fields: [{ path: "agoMs", problem: "form.unreadable" }] });
  }
  await touchSession(desk, actor.sessionId, parsed.data.agoMs);
  return ok(await readSessionClock(desk, actor));
}
