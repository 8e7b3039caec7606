import "server-only";

import { z } from "zod";

import type { SessionId } from "@/lib/domain/ids";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk, Origin } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { log } from "../log";
import { newSessionId, openSession } from "./open-session";
import { giveProof } from "./prove";
import type { Renewal } from "./prove";
import { accountOf } from "./provider-account";
import type { ProviderRefusal, Refused } from "./provider-account";
import { sealGoodbye } from "./provider-sign-out";

/** What a provider sent us of a person, after next-auth has checked that it is theirs and for us. */
export interface Vouched {
  /** Of the identity token and of the provider's answer about the person. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly idToken: string | null;
  /** Where the provider signs people out; null where it does not. */
  readonly endSessionUrl: string | null;
}

const OwnSession = z.looseObject({ sid: z.string().nullish().catch(null) });

/**
 * Opens a session for the person whom the provider vouches for. The person's account, the session and
 * what is written of both are durable together. `replaces` is the session that this browser had.
 */
export async function signInByProvider(
  desk: Desk,
  origin: Origin,
  vouched: Vouched,
  replaces: SessionId | null,
): Promise<Result<SessionId, ProviderRefusal>> {
  const account = await desk.db.transaction().execute((tx) => accountOf(desk, tx, vouched.claims));
  if (!account.ok) return refuse(desk, origin, account.failure);
  const id = newSessionId();
  const sealed = sealGoodbye(desk, id, vouched);
  const provider = { ...sealed, sid: OwnSession.parse(vouched.claims).sid ?? null };
  const proven = { operator: account.value, method: "provider", provider } as const;
  return ok(await openSession(desk, origin, proven, { id, replaces }));
}

/** Why a fresh sign-in at the provider proves nothing of the session that asked for it. */
export type ProofRefusal = "other-person" | "not-fresh" | "signed-out";

const Fresh = z.looseObject({ iss: z.string(), sub: z.string(), auth_time: z.number().optional() });
/** The provider's clock and ours. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * Proves a session by a sign-in at the provider that the desk asked for at `askedAtMs`. Only the same
 * person counts, and only somebody who has signed in there since: a provider that answers from a
 * session of its own has asked nobody.
 */
export async function proveByProvider(
  desk: Desk,
  actor: Actor,
  { claims }: Pick<Vouched, "claims">,
  askedAtMs: number,
): Promise<Result<Renewal, ProofRefusal>> {
  const { iss, sub, auth_time: signedInS } = Fresh.parse(claims);
  const person = await desk.db
    .selectFrom("operators")
    .select(["provider_issuer", "provider_subject"])
    .where("id", "=", actor.operator.id)
    .executeTakeFirst();
  const isSame = person?.provider_issuer === iss && person.provider_subject === sub;
  const isFresh = signedInS !== undefined && signedInS * 1_000 >= askedAtMs - CLOCK_TOLERANCE_MS;
  if (!isSame || !isFresh) {
    const author = { kind: "person", actor } as const;
    const event = { kind: "proof.refused", method: "provider" } as const;
    await appendAccessEvent(desk.db, desk.now(), author, event);
    return fail(isSame ? "not-fresh" : "other-person");
  }
  const renewal = await giveProof(desk, actor, "provider");
  return renewal === null ? fail("signed-out") : ok(renewal);
}

async function refuse(
  desk: Desk,
  origin: Origin,
  { cause, operatorId }: Refused,
): Promise<Result<never, ProviderRefusal>> {
  const subject = operatorId === null ? {} : { aboutOperatorId: operatorId };
  const event = { kind: "session.refused", cause } as const;
  await appendAccessEvent(desk.db, desk.now(), { kind: "nobody", origin }, event, subject);
  log.warn({ operator: operatorId, cause, request: origin.requestId }, "sign-in refused");
  return fail(cause);
}
