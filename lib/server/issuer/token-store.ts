import "server-only";

import { sql } from "kysely";
import { z } from "zod";

import type { SessionId } from "@/lib/domain/ids";

import type { Desk } from "../desk";
import { seal, unseal } from "../seal";
import type { SealKeys } from "../seal";
import type { TokenPair } from "./login";
import { SERVICE_SESSION } from "./service-session";

/** Longer than a refresh and a login together may take (login.ts), so that a lease is never shared. */
export const LEASE_MS = 20_000;

const StoredPair = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  accessExpiresAtMs: z.number(),
  refreshExpiresAtMs: z.number(),
});

function keysOf(desk: Desk): SealKeys {
  return { purpose: "issuer tokens", secrets: desk.sealingSecrets };
}

/** The session's pair of tokens; null where there is none that opens. */
export async function loadPair(desk: Desk, sessionId: SessionId): Promise<TokenPair | null> {
  const row = await desk.db
    .selectFrom("issuer_tokens")
    .select(["key_id", "sealed"])
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  if (row?.sealed == null || row.key_id === null) return null;
  const text = unseal({ keyId: row.key_id, bytes: row.sealed }, keysOf(desk), sessionId);
  return text === null ? null : StoredPair.parse(JSON.parse(text));
}

/**
 * Keeps a pair, as long as it is still this renewer's turn: one that was stopped for longer must not
 * put its pair in the place of a newer one. A session that has ended meanwhile has no row any more.
 */
export async function storePair(
  desk: Desk,
  sessionId: SessionId,
  until: Date,
  pair: TokenPair,
): Promise<void> {
  const sealed = seal(JSON.stringify(pair), keysOf(desk), sessionId);
  await desk.db
    .updateTable("issuer_tokens")
    .set({ key_id: sealed.keyId, sealed: sealed.bytes, updated_at: desk.now() })
    .where("session_id", "=", sessionId)
    .where("leased_until", "=", until)
    .execute();
}

/** A renewer's turn; `held` by another one, or the session is not `open` any more. */
export type Turn =
  | { readonly kind: "mine"; readonly until: Date }
  | { readonly kind: "held" }
  | { readonly kind: "closed" };

/**
 * Takes the turn to renew a session's tokens. A lease in a row and not a lock held over the call: a
 * lock would keep a database connection, and with it everybody else's work, waiting for a slow issuer.
 *
 * The session is looked at, and locked against its end, in the same statement: whoever ends it either
 * is seen here or finds the row that is made here and drops it.
 */
export async function takeTurn(desk: Desk, sessionId: SessionId): Promise<Turn> {
  const now = desk.now();
  // Not locked while it is another's turn, or everybody who waits would write to the session's row.
  const openOnes =
    sessionId === SERVICE_SESSION
      ? sql`select ${sessionId}::uuid as id where not exists (select from held)`
      : sql`select id from sessions
          where id = ${sessionId} and ended_at is null and expires_at > ${now}
            and not exists (select from held)
          for share`;
  const { rows } = await sql<{ is_held: boolean; is_open: boolean; until: Date | null }>`
    with held as (
      select session_id from issuer_tokens
        where session_id = ${sessionId} and leased_until >= clock_timestamp()
    ),
    open_ones as (${openOnes}),
    taken as (
      insert into issuer_tokens (session_id, leased_until, updated_at)
      select id, ${leaseEnd()}, ${now}::timestamptz from open_ones
      on conflict (session_id) do update set leased_until = excluded.leased_until
        where issuer_tokens.leased_until is null
          or issuer_tokens.leased_until < clock_timestamp()
      returning leased_until
    )
    select exists (select from held) as is_held, exists (select from open_ones) as is_open,
      (select leased_until from taken) as until`.execute(desk.db);
  const [turn] = rows;
  if (turn?.until != null) return { kind: "mine", until: turn.until };
  return { kind: turn?.is_held === true || turn?.is_open === true ? "held" : "closed" };
}

/** On the database's clock, because those of two instances may differ; in whole milliseconds, as a Date is. */
function leaseEnd() {
  return sql`date_trunc('milliseconds',
    clock_timestamp() + ${LEASE_MS}::float8 * interval '1 millisecond')`;
}

/** Gives the turn back; only one's own, for the same reason. */
export async function endTurn(desk: Desk, sessionId: SessionId, until: Date): Promise<void> {
  await desk.db
    .updateTable("issuer_tokens")
    .set({ leased_until: null })
    .where("session_id", "=", sessionId)
    .where("leased_until", "=", until)
    .execute();
}

/** Drops the tokens of all sessions that have ended or expired; says of how many. */
export async function sweepTokens(desk: Desk): Promise<number> {
  const { numDeletedRows } = await desk.db
    .deleteFrom("issuer_tokens")
    .where("session_id", "!=", SERVICE_SESSION)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("sessions")
            .select("sessions.id")
            .whereRef("sessions.id", "=", "issuer_tokens.session_id")
            .where("sessions.ended_at", "is", null)
            .where("sessions.expires_at", ">", desk.now()),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
