import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Pool, PoolClient } from "pg";

import { jsonNumber } from "@/lib/wire/json";

import { type Refusal, refuse } from "./catalogue";
import { inTransaction } from "./database";
import type { SandboxOptions } from "./options";

type Lifetimes = Pick<SandboxOptions, "accessTokenSeconds" | "refreshTokenSeconds">;

/** All the tokens that descend from one login. A stolen or repeated refresh ends the whole family. */
export interface Bearer {
  readonly family: string;
}

/** Tokens are kept as hashes, so that the database holds nothing that can be used. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A new family, for a login whose signature was checked. Returns the `data` of the answer. */
export async function startFamily(
  pool: Pool,
  lifetimes: Lifetimes,
  now: Date,
): Promise<Record<string, unknown>> {
  return inTransaction(pool, async (client) => {
    await client.query(
      "DELETE FROM sandbox.token WHERE expires_at < $1::timestamptz - interval '1 day'",
      [now],
    );
    return issuePair(client, randomUUID(), lifetimes, now);
  });
}

/**
 * DOC (support/faq): a refresh token works once and gives two new tokens. ASSUMED: the access token
 * before it ends too, and a second use ends every token of the family.
 */
export async function rotate(
  pool: Pool,
  refreshToken: string,
  lifetimes: Lifetimes,
  now: Date,
): Promise<Record<string, unknown> | Refusal> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ family: string; dead: boolean; used: boolean }>(
      `SELECT family, used, revoked OR expires_at <= $2 AS dead
         FROM sandbox.token WHERE hash = $1 AND kind = 'refresh' FOR UPDATE`,
      [hashOf(refreshToken), now],
    );
    const found = rows[0];
    if (found === undefined) return refuse("TOKEN_EXPIRED");
    if (found.used) await revoke(client, found.family, ["access", "refresh"]);
    if (found.used || found.dead) return refuse("TOKEN_EXPIRED");
    await client.query("UPDATE sandbox.token SET used = true WHERE hash = $1", [
      hashOf(refreshToken),
    ]);
    await revoke(client, found.family, ["access"]);
    return issuePair(client, found.family, lifetimes, now);
  });
}

/** Who speaks, from the `Authorization` header. 401 for none, a wrong one and one that has ended. */
export async function authenticate(
  pool: Pool,
  authorization: string | undefined,
  now: Date,
): Promise<Bearer | Refusal> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined) return refuse("UNAUTHORIZED");
  const { rows } = await pool.query<Bearer>(
    `SELECT family FROM sandbox.token
      WHERE hash = $1 AND kind = 'access' AND NOT revoked AND expires_at > $2`,
    [hashOf(token), now],
  );
  return rows[0] ?? refuse("TOKEN_EXPIRED");
}

/**
 * The sentinel of the ended token: true, and the family's access token ends, the first time that this
 * family sends this reference for this card; false from then on.
 */
export async function tripOnce(
  pool: Pool,
  { family }: Bearer,
  cardId: string,
  reference: string,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    if (!(await trip(client, family, cardId, reference))) return false;
    await revoke(client, family, ["access"]);
    return true;
  });
}

/** Whether nobody, whichever family, has sent this reference for this card to this sentinel before. */
export async function isFirstOf(pool: Pool, cardId: string, reference: string): Promise<boolean> {
  return inTransaction(pool, (client) => trip(client, EVERY_FAMILY, cardId, reference));
}

const EVERY_FAMILY = "00000000-0000-0000-0000-000000000000";

async function trip(
  client: PoolClient,
  family: string,
  cardId: string,
  reference: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    "INSERT INTO sandbox.tripped VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    [family, cardId, reference],
  );
  return rowCount !== 0;
}

async function revoke(
  client: PoolClient,
  family: string,
  kinds: readonly ("access" | "refresh")[],
): Promise<void> {
  await client.query(
    "UPDATE sandbox.token SET revoked = true WHERE family = $1 AND kind = ANY ($2::text[])",
    [family, kinds],
  );
}

async function issuePair(
  client: PoolClient,
  family: string,
  { accessTokenSeconds, refreshTokenSeconds }: Lifetimes,
  now: Date,
): Promise<Record<string, unknown>> {
  const accessToken = `sbx_access_${randomBytes(32).toString("base64url")}`;
  const refreshToken = `sbx_refresh_${randomBytes(32).toString("base64url")}`;
  const nowSeconds = Math.floor(now.getTime() / 1000);
  const accessEnd = nowSeconds + accessTokenSeconds;
  const refreshEnd = nowSeconds + refreshTokenSeconds;
  await client.query(
    `INSERT INTO sandbox.token (hash, family, kind, expires_at)
     VALUES ($1, $3, 'access', to_timestamp($4)), ($2, $3, 'refresh', to_timestamp($5))`,
    [hashOf(accessToken), hashOf(refreshToken), family, accessEnd, refreshEnd],
  );
  return {
    accessToken,
    refreshToken,
    expirationToken: jsonNumber(String(accessEnd)),
    expirationRefreshToken: jsonNumber(String(refreshEnd)),
  };
}
