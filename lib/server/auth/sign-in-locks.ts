import "server-only";

import { createHmac, hkdfSync } from "node:crypto";

import { sql } from "kysely";

import type { OperatorId } from "@/lib/domain/ids";

import type { Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";
import type { Author } from "../journal/append";
import { addressKey } from "../rates";

type LockDesk = Pick<Desk, "db" | "now" | "secret" | "signInLock">;

/** From one address, over all accounts: enough for a large office's Monday, too few to guess with. */
const ADDRESS_FAILURES = 100;
const ADDRESS_WINDOW_MS = 15 * 60_000;
/** Rows of addresses that nobody typed again are dropped, so that guessing does not fill the table. */
const FORGET_AFTER_MS = 30 * 24 * 3_600_000;

/**
 * Where somebody proves who they are. Apart, so that strangers who fail at the door on a person's account
 * keep that person from signing in, and not from going on in a session that they have.
 */
export type Door = "sign-in" | "session";

/** Who tries, where, and on whose account. */
export interface Attempt {
  readonly door: Door;
  readonly author: Author;
  /** As it was typed or as it is known: an unknown address is counted like any other. */
  readonly email: string;
  /** Null for an address that nobody has. */
  readonly operatorId: OperatorId | null;
}

/**
 * What a check may say. `undecided` counts neither way: what was given is right, and is not all, or not
 * the strongest, that the person has. It must not wipe out the failures of what is stronger.
 */
export type Verdict = "right" | "wrong" | "undecided";

/**
 * One attempt to prove who somebody is, by a password or a code. It is counted as a failure before the
 * check, and taken back after it: of any number of attempts at the same moment no more are checked
 * than the lock allows. `locked` means that the check was not asked at all.
 */
export async function attempt(
  desk: LockDesk,
  { door, author, email, operatorId }: Attempt,
  check: () => Promise<Verdict>,
): Promise<Verdict | "locked"> {
  const key = accountKey(desk, email, door);
  const { failures, lockedUntil } = await countFailure(desk, key);
  if (failures > desk.signInLock.failures) return "locked";
  const verdict = await check();
  if (verdict === "right") await removeLock(desk, key);
  if (verdict === "undecided") await takeBack(desk, key);
  if (verdict === "wrong" && lockedUntil !== null) {
    const event = { kind: "account.locked", until: lockedUntil.toISOString() } as const;
    const subject = operatorId === null ? {} : { aboutOperatorId: operatorId };
    await appendAccessEvent(desk.db, desk.now(), author, event, subject);
  }
  return verdict;
}

/** Forgets the failures of an account, so that its person may try again at once. */
export async function clearFailures(
  desk: Pick<Desk, "db" | "secret">,
  email: string,
): Promise<void> {
  await removeLock(desk, accountKey(desk, email, "sign-in"));
  await removeLock(desk, accountKey(desk, email, "session"));
}

/** Until when each of these accounts is locked; those that are not are left out. */
export async function lockedUntil(
  desk: LockDesk,
  emails: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const emailOf = new Map(emails.map((email) => [accountKey(desk, email, "sign-in"), email]));
  if (emailOf.size === 0) return new Map();
  const rows = await desk.db
    .selectFrom("sign_in_locks")
    .select(["key", "locked_until"])
    .where("key", "in", [...emailOf.keys()])
    .where("locked_until", ">", desk.now())
    .execute();
  return new Map(
    rows.flatMap(({ key, locked_until: until }) => {
      const email = emailOf.get(key);
      return email === undefined || until === null ? [] : [[email, until] as const];
    }),
  );
}

/** Whether too many attempts from this network address have failed, and which one it is. */
export async function countFromAddress(
  desk: LockDesk,
  address: string | null,
): Promise<{ readonly isTooMany: boolean; readonly isFirstTooMany: boolean }> {
  const now = desk.now();
  const begun = new Date(now.getTime() - ADDRESS_WINDOW_MS);
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_locks as known (key, failures, first_failure_at)
      values (${networkKey(desk, address)}, 1, ${now})
      on conflict (key) do update set
        failures = case when known.first_failure_at <= ${begun} then 1 else known.failures + 1 end,
        first_failure_at = case when known.first_failure_at <= ${begun}
          then ${now}::timestamptz else known.first_failure_at end
      returning failures`.execute(desk.db);
  const failures = rows[0]?.failures ?? 0;
  return {
    isTooMany: failures > ADDRESS_FAILURES,
    isFirstTooMany: failures === ADDRESS_FAILURES + 1,
  };
}

/** An attempt that did not fail is no reason to slow its address down. */
export async function takeBackFromAddress(desk: LockDesk, address: string | null): Promise<void> {
  await takeBack(desk, networkKey(desk, address));
}

/** Drops what is too old to count. */
export async function sweepLocks({ db, now }: Pick<Desk, "db" | "now">): Promise<void> {
  await db
    .deleteFrom("sign_in_locks")
    .where("first_failure_at", "<", new Date(now().getTime() - FORGET_AFTER_MS))
    .where((where) =>
      where.or([where("locked_until", "is", null), where("locked_until", "<", now())]),
    )
    .execute();
}

/** Counts one failure more; after a lock that has passed the count begins anew. */
async function countFailure({ db, now: clock, signInLock }: LockDesk, key: string) {
  const now = clock();
  const { failures: most, lockMs } = signInLock;
  const until = new Date(now.getTime() + lockMs);
  const { rows } = await sql<{ failures: number; locked_until: Date | null }>`
    insert into sign_in_locks as known (key, failures, first_failure_at, locked_until)
      values (${key}, 1, ${now}, ${most <= 1 ? until : null})
      on conflict (key) do update set
        failures = case when known.locked_until <= ${now} then 1 else known.failures + 1 end,
        first_failure_at = case when known.locked_until <= ${now}
          then ${now}::timestamptz else known.first_failure_at end,
        locked_until = case
          when known.locked_until > ${now} then known.locked_until
          when known.locked_until is null and known.failures + 1 >= ${most}
            then ${until}::timestamptz
        end
      returning failures, locked_until`.execute(db);
  return { failures: rows[0]?.failures ?? 0, lockedUntil: rows[0]?.locked_until ?? null };
}

async function takeBack({ db, signInLock }: LockDesk, key: string): Promise<void> {
  await sql`
    update sign_in_locks
       set failures = greatest(failures - 1, 0),
           locked_until = case when failures > ${signInLock.failures} then locked_until end
     where key = ${key}`.execute(db);
}

async function removeLock({ db }: Pick<Desk, "db">, key: string): Promise<void> {
  await db.deleteFrom("sign_in_locks").where("key", "=", key).execute();
}

/** A keyed hash: whoever reads the table does not learn who was tried, nor who exists. */
function accountKey(desk: Pick<Desk, "secret">, email: string, door: Door): string {
  return keyed(desk, `${door} ${email.trim().toLowerCase()}`);
}

function networkKey(desk: Pick<Desk, "secret">, address: string | null): string {
  return keyed(desk, addressKey(address ?? "unknown"));
}

function keyed({ secret }: Pick<Desk, "secret">, text: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "funds-desk sign-in locks", 32));
  return createHmac("sha256", key).update(text).digest("base64url");
}
