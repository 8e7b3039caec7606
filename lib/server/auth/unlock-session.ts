import "server-only";

import type { ProofMethod } from "@/lib/domain/access";
import type { Failure } from "@/lib/domain/failure";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { checkProof } from "./check-proof";
import { giveProof } from "./prove";
import { handOver } from "./renewal";

/** What the browser fetches its new cookie with. */
export interface Proven {
  readonly renewal: string;
}

/**
 * Opens one's own locked session, by the password or by a code of the second factor, whichever the
 * person has at hand. Who signed in at a provider proves it there.
 */
export async function unlockSession(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Proven, Failure>> {
  if (actor.proofMethod === "provider") return fail({ kind: "step-up", method: "provider" });
  const method = await checkProof(desk, actor, input);
  return method.ok ? take(desk, actor, method.value) : method;
}

/**
 * Proves once more who is there, before something that takes it: by a code where the person has a
 * second factor, by the password where not.
 */
export async function prove(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Proven, Failure>> {
  const { proofMethod } = actor;
  const isOther = typeof input !== "object" || input === null || !(proofMethod in input);
  if (isOther) return fail({ kind: "step-up", method: proofMethod });
  const method = await checkProof(desk, actor, input);
  return method.ok ? take(desk, actor, method.value) : method;
}

async function take(
  desk: Desk,
  actor: Actor,
  method: ProofMethod,
): Promise<Result<Proven, Failure>> {
  const renewal = await giveProof(desk, actor, method);
  // It ended while its person typed.
  if (renewal === null) return fail({ kind: "signed-out" });
  return ok({ renewal: await handOver(desk, actor.sessionId, renewal.generation) });
}
