import "server-only";

import { z } from "zod";

import type { OperatorId, SessionId } from "@/lib/domain/ids";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk, Origin } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { log } from "../log";
import { newSessionId, openSession } from "./open-session";
import { giveProof } from "./prove";
import type { Renewal } from "./prove";
import { CLOCK_TOLERANCE_MS, isFreshEnough, signedInThereAt } from "./provider-freshness";
import { accountOf } from "./provider-account";
import type { AccountRefusal } from "./provider-account";
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

/** Why somebody whom the provider vouches for does not get in. */
export type ProviderRefusal = AccountRefusal | "not-fresh";

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
  const operatorId = account.value.id;
  const signedInAt = signedInThereAt(vouched.claims);
  if (!(await isFreshEnough(desk, { operatorId, replaces }, signedInAt))) {
    return refuse(desk, origin, { cause: "not-fresh", operatorId });
  }
  const id = newSessionId();
  const sealed = sealGoodbye(desk, id, vouched);
  const provider = { ...sealed, sid: OwnSession.parse(vouched.claims).sid ?? null };
  // Who was not asked just now has proven nothing just now: the next thing that takes a proof asks.
  const provenAt = earlier(desk.now(), signedInAt ?? NEVER);
  const proven = { operator: account.value, method: "provider", provenAt, provider } as const;
  return ok(await openSession(desk, origin, proven, { id, replaces }));
}

const NEVER = new Date(0);

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** Why a fresh sign-in at the provider proves nothing of the session that asked for it. */
export type ProofRefusal = "other-person" | "not-fresh" | "signed-out";

const Subject = z.looseObject({ iss: z.string(), sub: z.string() });

/**
 * Proves a session by a sign-in at the provider that the desk asked for at `askedAtMs`. Only the same
 * person counts, and only somebody who has signed in there since: a provider that answers from a
 * session of its own has asked nobody. What else it says of the person, such as another role or none,
 * acts at once.
 */
export async function proveByProvider(
  desk: Desk,
  actor: Actor,
  { claims }: Pick<Vouched, "claims">,
  askedAtMs: number,
): Promise<Result<Renewal, ProofRefusal | AccountRefusal>> {
  const { iss, sub } = Subject.parse(claims);
  const person = await desk.db
    .selectFrom("operators")
    .select(["provider_issuer", "provider_subject"])
    .where("id", "=", actor.operator.id)
    .executeTakeFirst();
  const isSame = person?.provider_issuer === iss && person.provider_subject === sub;
  if (!isSame) return refuseProof(desk, actor, "other-person");
  const account = await desk.db.transaction().execute((tx) => accountOf(desk, tx, claims));
  if (!account.ok) return refuse(desk, actor, account.failure);
  const signedInAt = signedInThereAt(claims);
  if (signedInAt === null || signedInAt.getTime() < askedAtMs - CLOCK_TOLERANCE_MS) {
    return refuseProof(desk, actor, "not-fresh");
  }
  const renewal = await giveProof(desk, { ...actor, operator: account.value }, "provider");
  return renewal === null ? fail("signed-out") : ok(renewal);
}

async function refuseProof(
  desk: Desk,
  actor: Actor,
  why: "other-person" | "not-fresh",
): Promise<Result<never, ProofRefusal>> {
  const event = { kind: "proof.refused", method: "provider" } as const;
  await appendAccessEvent(desk.db, desk.now(), { kind: "person", actor }, event);
  return fail(why);
}

async function refuse<Cause extends ProviderRefusal>(
  desk: Desk,
  origin: Origin,
  { cause, operatorId }: { readonly cause: Cause; readonly operatorId: OperatorId | null },
): Promise<Result<never, Cause>> {
  const subject = operatorId === null ? {} : { aboutOperatorId: operatorId };
  const event = { kind: "session.refused", cause } as const;
  await appendAccessEvent(desk.db, desk.now(), { kind: "nobody", origin }, event, subject);
  log.warn({ operator: operatorId, cause, request: origin.requestId }, "sign-in refused");
  return fail(cause);
}
