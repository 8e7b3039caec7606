import "server-only";

import { sql } from "kysely";

import type { OperatorId } from "@/lib/domain/ids";

import type { Desk } from "./desk";

/** Whose requests are counted together. */
export type RateKey = `person:${OperatorId}` | `address:${string}`;

const WINDOW_MS = 60_000;
/** A look that takes longer is no reason to let people wait. */
const PATIENCE_MS = 1_000;

/**
 * Spends one of the `perMinute` requests that a person or an address may make in a minute, counted
 * over all instances. Null when there was one left, otherwise when to come again.
 *
 * An allowance that fills up evenly and not one that begins anew each minute: nobody gets twice as
 * much around the turn of a minute. A database that is away lets everybody through: whatever moves
 * money cannot be done without it anyway, and reading what is left to read is no reason for a second
 * outage.
 */
export async function spendRate(
  { db, now }: Pick<Desk, "db" | "now">,
  key: RateKey,
  perMinute: number,
): Promise<{ readonly retryAfterMs: number } | null> {
  const shareUs = Math.floor((WINDOW_MS * 1_000) / perMinute);
  const share = sql`${shareUs} * interval '1 microsecond'`;
  const at = sql`${now()}::timestamptz`;
  const window = sql`${WINDOW_MS} * interval '1 millisecond'`;
  // Refusals write nothing, so whoever goes on asking does not put off their own turn.
  const spending = sql`
    insert into rates as known (key, full_at) values (${key}, ${at} + ${share})
      on conflict (key) do update set full_at = greatest(known.full_at, ${at}) + ${share}
        where greatest(known.full_at, ${at}) + ${share} <= ${at} + ${window}
      returning key`
    .execute(db)
    .then(({ rows }) => rows.length > 0)
    .catch(() => true);
  const hasLeft = await Promise.race([spending, letThrough()]);
  // The next share is there after one share's time at the latest.
  return hasLeft ? null : { retryAfterMs: Math.ceil(shareUs / 1_000) };
}

/** Removes the rows of those who have not asked for so long that they have their whole allowance. */
export async function sweepRates({ db, now }: Pick<Desk, "db" | "now">): Promise<void> {
  await sql`delete from rates where full_at < ${now()}`.execute(db);
}

/**
 * The key for an address. A household or an attacker has 2^64 addresses of IPv6 to choose from: those
 * that share the first half count as one.
 */
export function addressKey(address: string): RateKey {
  return `address:${address.includes(":") ? firstHalf(address) : address}`;
}

function firstHalf(address: string): string {
  const [left = "", right] = address.split("::");
  const parts = left === "" ? [] : left.split(":");
  if (right !== undefined) {
    const rest = right === "" ? [] : right.split(":");
    while (parts.length + rest.length < 8) parts.push("0");
    parts.push(...rest);
  }
  return `${parts.slice(0, 4).join(":")}::/64`;
}

function letThrough(): Promise<true> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS, true as const).unref();
  });
}
