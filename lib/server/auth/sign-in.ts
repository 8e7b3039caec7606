import "server-only";

import type { Selectable } from "kysely";
import { z } from "zod";

import { isDormant } from "@/lib/domain/account";
import type { ProofMethod, SignInRefusal } from "@/lib/domain/access";
import { OperatorId } from "@/lib/domain/ids";
import type { SessionId } from "@/lib/domain/ids";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Schema } from "../db/schema";
import type { Desk, Origin } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { appendOnceAMinute } from "../journal/append-once-a-minute";
import { log } from "../log";
import { Email, operatorOf } from "../operators/operator-row";
import { hasWorkedFromHere, mayCheckFromBusy } from "./known-address";
import { openSession } from "./open-session";
import { PASSWORD_MAX, fitsPassword } from "./password";
import { spendRecoveryCode } from "./recovery-codes";
import { attempt, countFromAddress, takeBackFromAddress } from "./sign-in-locks";
import type { Verdict } from "./sign-in-locks";
import { checkCode } from "./totp";

const CODE_MAX = 40;
const Credentials = z.object({
  email: Email,
  password: z.string().min(1).max(PASSWORD_MAX),
  /** Of the authenticator app, or a recovery code. */
  code: z.string().trim().max(CODE_MAX).optional(),
});
type Credentials = z.infer<typeof Credentials>;

/**
 * Why nobody got in. `refused` is one answer for an unknown address, a wrong password, a wrong code, and
 * an account that is locked, disabled or dormant; `code` says that a code is missing beside the right
 * password; `too-many` that this network address has failed too often.
 */
export type SignInFailure = "refused" | "code" | "too-many";

/**
 * Opens a session for whoever knows this password and, where the account has one, holds its second
 * factor. The answer, the work behind it and so its time are the same for every account that does not
 * let them in. `replaces` is the session that this browser had until now: it ends.
 */
export async function signIn(
  desk: Desk,
  origin: Origin,
  input: unknown,
  replaces: SessionId | null = null,
): Promise<Result<SessionId, SignInFailure>> {
  const isBusy = await isFromBusyAddress(desk, origin);
  const credentials = Credentials.safeParse(input);
  const typed = credentials.success && desk.hasOwnAccounts ? credentials.data : null;
  if (isBusy) return signInFromBusy(desk, origin, typed, replaces);
  if (typed === null) {
    const cause = desk.hasOwnAccounts ? "unknown-account" : "no-own-accounts";
    return refuse(desk, origin, cause, null);
  }
  return signInWith(desk, origin, typed, replaces);
}

/**
 * Where too many have failed from one network address, only accounts that are known there are checked.
 * The work is the same for the others, and so is the answer to all that fail.
 */
async function signInFromBusy(
  desk: Desk,
  origin: Origin,
  typed: Credentials | null,
  replaces: SessionId | null,
): Promise<Result<SessionId, SignInFailure>> {
  if (typed === null || !(await mayCheckFromBusy(desk, origin))) return fail("too-many");
  if (!(await hasWorkedFromHere(desk, origin, typed.email))) {
    await fitsPassword(null, typed.password);
    return fail("too-many");
  }
  const opened = await signInWith(desk, origin, typed, replaces);
  return opened.ok || opened.failure === "code" ? opened : fail("too-many");
}

async function signInWith(
  desk: Desk,
  origin: Origin,
  typed: Credentials,
  replaces: SessionId | null,
): Promise<Result<SessionId, SignInFailure>> {
  const row = await findAccount(desk, typed.email);
  const operatorId = row === undefined ? null : OperatorId.parse(row.id);
  const found: Found = {};
  const author = { kind: "nobody", origin } as const;
  const verdict = await attempt(
    desk,
    { door: "sign-in", author, email: typed.email, operatorId },
    () => check(desk, origin, typed, row, found),
  );
  // Whether an account is locked must not be seen from how long the answer takes.
  if (verdict === "locked") await fitsPassword(null, typed.password);
  if (verdict === "locked" || verdict === "wrong") {
    return refuse(desk, origin, found.cause ?? "locked", operatorId);
  }
  await takeBackFromAddress(desk, origin.address);
  if (row === undefined) throw new Error("Nobody's password was right.");
  const operator = operatorOf(row);
  if (verdict === "undecided") {
    await recordCodeAsked(desk, origin, operator.id);
    return fail("code");
  }
  const method = found.method ?? "password";
  return ok(await openSession(desk, origin, { operator, method }, { replaces }));
}

/** What a check found out besides its verdict. */
interface Found {
  cause?: SignInRefusal;
  method?: ProofMethod;
}

type Account = Pick<
  Selectable<Schema["operators"]>,
  | "id"
  | "email"
  | "name"
  | "role"
  | "password_hash"
  | "disabled_at"
  | "created_at"
  | "enabled_at"
  | "last_signed_in_at"
  | "totp_confirmed_at"
>;

function findAccount({ db }: Desk, email: string): Promise<Account | undefined> {
  return db
    .selectFrom("operators")
    .select(["id", "email", "name", "role", "password_hash", "disabled_at", "created_at"])
    .select(["enabled_at", "last_signed_in_at", "totp_confirmed_at"])
    .where("email", "=", email)
    .where("provider_subject", "is", null)
    .executeTakeFirst();
}

async function check(
  desk: Desk,
  origin: Origin,
  { password, code = "" }: Credentials,
  row: Account | undefined,
  found: Found,
): Promise<Verdict> {
  const fits = await fitsPassword(row?.password_hash ?? null, password);
  const cause = row === undefined ? "unknown-account" : whyNot(row, fits, desk.now());
  if (row === undefined || cause !== null) {
    found.cause = cause ?? "unknown-account";
    return "wrong";
  }
  found.method = row.totp_confirmed_at === null ? "password" : "code";
  if (row.totp_confirmed_at === null) return "right";
  if (code === "") return "undecided";
  if (await isTheirCode(desk, origin, OperatorId.parse(row.id), code)) return "right";
  found.cause = "wrong-code";
  return "wrong";
}

function whyNot(row: Account, fits: boolean, now: Date): SignInRefusal | null {
  if (!fits) return "wrong-password";
  if (row.disabled_at !== null) return "disabled";
  const presence = {
    createdAt: row.created_at,
    enabledAt: row.enabled_at,
    lastSignedInAt: row.last_signed_in_at,
  };
  return isDormant(presence, now) ? "dormant" : null;
}

/** A code of the app has six digits, a recovery code has other signs too. */
async function isTheirCode(
  desk: Desk,
  origin: Origin,
  operatorId: OperatorId,
  code: string,
): Promise<boolean> {
  if (/^[\d\s]+$/.test(code)) return checkCode(desk, operatorId, code);
  const left = await spendRecoveryCode(desk, operatorId, code);
  if (left === null) return false;
  const author = { kind: "nobody", origin } as const;
  const event = { kind: "recovery-code.used", left } as const;
  await appendAccessEvent(desk.db, desk.now(), author, event, { aboutOperatorId: operatorId });
  return true;
}

async function isFromBusyAddress(desk: Desk, origin: Origin): Promise<boolean> {
  const { isTooMany, isFirstTooMany } = await countFromAddress(desk, origin.address);
  // Once and not each time: a flood at the door must not become a flood in the journal.
  if (isFirstTooMany) {
    const event = {
      kind: "request.refused",
      cause: "too-many-sign-ins",
      path: "/sign-in",
    } as const;
    await appendAccessEvent(desk.db, desk.now(), { kind: "nobody", origin }, event);
    log.warn({ address: origin.address }, "too many failed sign-ins from one address");
  }
  return isTooMany;
}

/** A right password that no code follows may be one that somebody else knows. */
async function recordCodeAsked(desk: Desk, origin: Origin, operatorId: OperatorId): Promise<void> {
  const key = ["code-asked", operatorId, origin.address].join(" ");
  const author = { kind: "nobody", origin } as const;
  const event = { kind: "session.code-asked" } as const;
  await appendOnceAMinute(desk, key, author, event, { aboutOperatorId: operatorId });
}

/** Writes down who was not let in, and why; never what was typed. */
async function refuse(
  desk: Desk,
  origin: Origin,
  cause: SignInRefusal,
  operatorId: OperatorId | null,
): Promise<Result<never, SignInFailure>> {
  const subject = operatorId === null ? {} : { aboutOperatorId: operatorId };
  const event = { kind: "session.refused", cause } as const;
  await appendAccessEvent(desk.db, desk.now(), { kind: "nobody", origin }, event, subject);
  log.warn({ operator: operatorId, cause, request: origin.requestId }, "sign-in refused");
  return fail("refused");
}
