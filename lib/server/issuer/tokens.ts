import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import type { SessionId } from "@/lib/domain/ids";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Desk } from "../desk";
import { log } from "../log";
import { seal, unseal } from "../seal";
import type { SealKeys } from "../seal";
import { logIn, refresh } from "./login";
import type { Credentials, LoginFailure, TokenPair } from "./login";
import { SERVICE_SESSION } from "./service-session";

/** A token this close to its end is renewed before use. */
const SKEW_MS = 30_000;
/** Longer than a refresh and a login together may take (login.ts), so that a lease is never shared. */
const LEASE_MS = 20_000;
const POLL_MS = 50;

const StoredPair = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  accessExpiresAtMs: z.number(),
  refreshExpiresAtMs: z.number(),
});

type TokenResult = Result<string, LoginFailure>;

// On globalThis because Next instantiates modules once per layer, and a flight per layer is a race.
declare global {
  var issuerTokenFlights: Map<string, Promise<TokenResult>> | undefined;
}

/**
 * The session's own access token for the issuer, renewed when it is about to end. However many
 * requests ask at once, in however many processes, one of them renews: refresh tokens are
 * single-use (support/faq), so a second renewal would end the session's tokens.
 *
 * `refused` is a token that the issuer has just turned away with 401: it is not handed out again.
 * Fails when the issuer cannot be reached or refuses the merchant; the session itself lives on.
 */
export function tokenFor(
  desk: Desk,
  sessionId: SessionId,
  refused: string | null = null,
): Promise<TokenResult> {
  const flights = (globalThis.issuerTokenFlights ??= new Map());
  const key = `${sessionId} ${refused ?? ""}`;
  const flying = flights.get(key);
  if (flying !== undefined) return flying;
  const flight = obtain(desk, sessionId, refused).finally(() => flights.delete(key));
  flights.set(key, flight);
  return flight;
}

/** Drops the session's tokens, at sign-out. */
export async function forgetTokens(desk: Desk, sessionId: SessionId): Promise<void> {
  await desk.db.deleteFrom("issuer_tokens").where("session_id", "=", sessionId).execute();
}

async function obtain(
  desk: Desk,
  sessionId: SessionId,
  refused: string | null,
): Promise<TokenResult> {
  const giveUpAtMs = performance.now() + LEASE_MS;
  while (performance.now() < giveUpAtMs) {
    const stored = await load(desk, sessionId);
    if (stored !== null && isUsable(stored, refused, desk.now())) return ok(stored.accessToken);
    const lease = await takeLease(desk, sessionId);
    if (lease !== null) return renew(desk, sessionId, refused, lease);
    await sleep(POLL_MS);
  }
  return fail({ kind: "issuer-unavailable" });
}

async function renew(
  desk: Desk,
  sessionId: SessionId,
  refused: string | null,
  lease: Date,
): Promise<TokenResult> {
  try {
    // Read again under the lease: another process may have renewed between our look and our lease.
    const stored = await load(desk, sessionId);
    if (stored !== null && isUsable(stored, refused, desk.now())) return ok(stored.accessToken);
    const pair = await newPair(desk, sessionId, stored);
    if (!pair.ok) return pair;
    await store(desk, sessionId, pair.value);
    return ok(pair.value.accessToken);
  } finally {
    await endLease(desk, sessionId, lease);
  }
}

async function newPair(
  desk: Desk,
  sessionId: SessionId,
  stored: TokenPair | null,
): Promise<Result<TokenPair, LoginFailure>> {
  if (stored !== null && stored.refreshExpiresAtMs > desk.now().getTime()) {
    const renewed = await refresh(desk, stored.refreshToken);
    if (renewed.ok || renewed.failure.kind === "issuer-unavailable") return renewed;
    // A refused or reused refresh token leads to a new login, not to a dead session.
    log.warn({ code: renewed.failure.code }, "issuer refused a refresh; logging in again");
  }
  return logIn(desk, credentialsOf(desk, sessionId));
}

function credentialsOf({ issuer }: Desk, sessionId: SessionId): Credentials {
  if (sessionId !== SERVICE_SESSION) return issuer;
  if (issuer.service === null) throw new Error("The desk has no credentials of its own.");
  return issuer.service;
}

function isUsable(pair: TokenPair, refused: string | null, now: Date): boolean {
  return pair.accessToken !== refused && pair.accessExpiresAtMs > now.getTime() + SKEW_MS;
}

function keysOf(desk: Desk): SealKeys {
  return { purpose: "issuer tokens", secrets: [desk.secret] };
}

async function load(desk: Desk, sessionId: SessionId): Promise<TokenPair | null> {
  const row = await desk.db
    .selectFrom("issuer_tokens")
    .select(["key_id", "sealed"])
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  if (row?.sealed == null || row.key_id === null) return null;
  const text = unseal({ keyId: row.key_id, bytes: row.sealed }, keysOf(desk), sessionId);
  return text === null ? null : StoredPair.parse(JSON.parse(text));
}

async function store(desk: Desk, sessionId: SessionId, pair: TokenPair): Promise<void> {
  const sealed = seal(JSON.stringify(pair), keysOf(desk), sessionId);
  await desk.db
    .updateTable("issuer_tokens")
    .set({ key_id: sealed.keyId, sealed: sealed.bytes, updated_at: desk.now() })
    .where("session_id", "=", sessionId)
    .execute();
}

// A lease in a row and not a lock held over the call: a lock would keep a database connection, and
// with it everybody else's work, waiting for a slow issuer.
async function takeLease(desk: Desk, sessionId: SessionId): Promise<Date | null> {
  const now = desk.now();
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  const taken = await desk.db
    .insertInto("issuer_tokens")
    .values({ session_id: sessionId, leased_until: leasedUntil, updated_at: now })
    .onConflict((conflict) =>
      conflict
        .column("session_id")
        .doUpdateSet({ leased_until: leasedUntil })
        .where((where) =>
          where.or([
            where("issuer_tokens.leased_until", "is", null),
            where("issuer_tokens.leased_until", "<", now),
          ]),
        ),
    )
    .returning("session_id")
    .executeTakeFirst();
  return taken === undefined ? null : leasedUntil;
}

// Only one's own: a sender that was stopped for longer than its lease must not end the next one's.
async function endLease(desk: Desk, sessionId: SessionId, lease: Date): Promise<void> {
  await desk.db
    .updateTable("issuer_tokens")
    .set({ leased_until: null })
    .where("session_id", "=", sessionId)
    .where("leased_until", "=", lease)
    .execute();
}
