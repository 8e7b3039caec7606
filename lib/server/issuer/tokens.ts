import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

import type { Failure } from "@/lib/domain/failure";
import type { SessionId } from "@/lib/domain/ids";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Desk } from "../desk";
import { log } from "../log";
import { logIn, refresh } from "./login";
import type { Credentials, LoginFailure, TokenPair } from "./login";
import { SERVICE_SESSION } from "./service-session";
import { LEASE_MS, endTurn, loadPair, storePair, takeTurn } from "./token-store";

/** A token this close to its end is renewed before use. */
const SKEW_MS = 30_000;
const POLL_MS = 50;

/** `signed-out` when the session ended while something was under way for it. */
export type TokenFailure = LoginFailure | Extract<Failure, { kind: "signed-out" }>;

type TokenResult = Result<string, TokenFailure>;

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
 * Fails when the issuer cannot be reached or refuses the merchant; the session itself lives on. Also
 * fails for a session that is not open any more: nothing is asked for on its behalf.
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

/**
 * Obtains the session's token ahead of its first use, right after sign-in. Never fails: an issuer that
 * is down hinders nobody from signing in, and whoever needs the token asks again.
 */
export async function warmToken(desk: Desk, sessionId: SessionId): Promise<void> {
  try {
    const token = await tokenFor(desk, sessionId);
    if (!token.ok) log.warn({ failure: token.failure.kind }, "no token from the issuer yet");
  } catch (error) {
    // The database is away: nobody waits for this, and the next request finds out for itself.
    log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "no token yet");
  }
}

async function obtain(
  desk: Desk,
  sessionId: SessionId,
  refused: string | null,
): Promise<TokenResult> {
  const giveUpAtMs = performance.now() + LEASE_MS;
  while (performance.now() < giveUpAtMs) {
    const stored = await loadPair(desk, sessionId);
    if (stored !== null && isUsable(stored, refused, desk.now())) return ok(stored.accessToken);
    const turn = await takeTurn(desk, sessionId);
    if (turn.kind === "closed") return fail({ kind: "signed-out" });
    if (turn.kind === "mine") return renew(desk, sessionId, refused, turn.until);
    await sleep(POLL_MS);
  }
  return fail({ kind: "issuer-unavailable" });
}

async function renew(
  desk: Desk,
  sessionId: SessionId,
  refused: string | null,
  until: Date,
): Promise<TokenResult> {
  try {
    // Read again under the lease: another process may have renewed between our look and our lease.
    const stored = await loadPair(desk, sessionId);
    if (stored !== null && isUsable(stored, refused, desk.now())) return ok(stored.accessToken);
    const pair = await newPair(desk, sessionId, stored);
    if (!pair.ok) return pair;
    await storePair(desk, sessionId, until, pair.value);
    return ok(pair.value.accessToken);
  } finally {
    await endTurn(desk, sessionId, until);
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
