import "server-only";

import { randomUUID } from "node:crypto";

import type { Transaction } from "kysely";
import { z } from "zod";

import type { AccessEvent, SessionEnd } from "@/lib/domain/access";
import { OperatorId } from "@/lib/domain/ids";
import { Role } from "@/lib/domain/operator";
import type { Operator } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { endSessionsIn } from "../auth/end-sessions-in";
import { hashPassword } from "../auth/password";
import { formerHashesAfter, lastHashes, passwordProblem } from "../auth/password-rules";
import type { PasswordProblem } from "../auth/password-rules";
import { forgetRecoveryCodes } from "../auth/recovery-codes";
import { clearFailures } from "../auth/sign-in-locks";
import { now } from "../clock";
import type { Database } from "../db/connect";
import type { Schema } from "../db/schema";
import { appendAccessEvent } from "../journal/append";
import type { Author } from "../journal/append";
import type { Values } from "./change-person";
import { Email, PersonName, operatorOf } from "./operator-row";
import { NO_SECOND_FACTOR } from "./reset-person";

/** Whoever has the database's own credentials: the desk does not know who. */
const COMMAND_LINE: Author = { kind: "command-line" };

/** Why the command cannot do what was asked. */
export type OperatorProblem =
  | { readonly kind: "invalid"; readonly field: "email" | "name" | "role" }
  | { readonly kind: "invalid"; readonly field: "password"; readonly problem: PasswordProblem }
  | { readonly kind: "exists" }
  | { readonly kind: "not-found" };

const Person = z.object({
  email: Email,
  name: PersonName,
  role: Role,
});

/** A person to add, as typed. */
export interface NewOperator {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly password: string;
}

/**
 * Adds an operator, for whoever has the database's own credentials (the command line). Fails with the
 * field that is wrong, with what speaks against the password, or when the address is taken.
 */
export async function addOperator(
  db: Database,
  input: NewOperator,
): Promise<Result<Operator, OperatorProblem>> {
  const parsed = Person.safeParse(input);
  if (!parsed.success) return fail({ kind: "invalid", field: fieldOf(parsed.error) });
  const problem = await passwordProblem(input.password, { ...parsed.data, formerHashes: [] });
  if (problem !== null) return fail({ kind: "invalid", field: "password", problem });
  return insertOperator(db, input);
}

/** As `addOperator`, with a password that the rules would not let anybody choose: the demo people's. */
export async function insertOperator(
  db: Database,
  input: NewOperator,
): Promise<Result<Operator, OperatorProblem>> {
  const { email, name, role } = Person.parse(input);
  const passwordHash = await hashPassword(input.password);
  return db.transaction().execute(async (tx) => {
    const at = now();
    const row = await tx
      .insertInto("operators")
      .values({
        id: randomUUID(),
        email,
        name,
        role,
        password_hash: passwordHash,
        created_at: at,
        disabled_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning(["id", "email", "name", "role"])
      .executeTakeFirst();
    if (row === undefined) return fail({ kind: "exists" });
    const operator = operatorOf(row);
    const subject = { aboutOperatorId: operator.id };
    const event = { kind: "operator.created", role, by: "person" } as const;
    await appendAccessEvent(tx, at, COMMAND_LINE, event, subject);
    return ok(operator);
  });
}

/** All operators by address, the disabled ones with the time at which they were. */
export async function listOperators(
  db: Database,
): Promise<readonly (Operator & { readonly disabledAt: Date | null })[]> {
  const rows = await db.selectFrom("operators").selectAll().orderBy("email").execute();
  return rows.map((row) => ({ ...operatorOf(row), disabledAt: row.disabled_at }));
}

/** Disables an operator and ends the open sessions for good: who is let in again signs in again. */
export function disableOperator(
  db: Database,
  email: string,
): Promise<Result<Operator, OperatorProblem>> {
  return change(db, email, {
    whose: "anybody's",
    values: { disabled_at: now() },
    event: { kind: "operator.disabled", reason: null },
    ends: "disabled",
  });
}

/** Lets a disabled operator in again. */
export function enableOperator(
  db: Database,
  email: string,
): Promise<Result<Operator, OperatorProblem>> {
  return change(db, email, {
    whose: "anybody's",
    values: { disabled_at: null, enabled_at: now() },
    event: { kind: "operator.enabled", reason: null },
  });
}

/** Gives an operator another role; it counts from the next request on. */
export async function setRole(
  db: Database,
  email: string,
  role: string,
): Promise<Result<Operator, OperatorProblem>> {
  const to = Role.safeParse(role);
  if (!to.success) return fail({ kind: "invalid", field: "role" });
  const row = await findByEmail(db, email);
  if (!row.ok) return row;
  const { role: from } = row.value;
  return change(db, email, {
    values: { role: to.data },
    event: { kind: "operator.role-changed", from, to: to.data, reason: null },
  });
}

/** Gives an operator another password and ends the open sessions. */
export async function setPassword(
  db: Database,
  email: string,
  password: string,
): Promise<Result<Operator, OperatorProblem>> {
  const row = await findByEmail(db, email);
  if (!row.ok) return row;
  const { password_hash: present, former_hashes: former } = row.value;
  const formerHashes = lastHashes(present, former);
  const problem = await passwordProblem(password, { ...row.value, formerHashes });
  if (problem !== null) return fail({ kind: "invalid", field: "password", problem });
  return change(db, email, {
    values: {
      password_hash: await hashPassword(password),
      former_hashes: formerHashesAfter(present, former),
    },
    event: { kind: "password.changed", by: "admin" },
    ends: "password-changed",
  });
}

/** Takes an operator's second factor and recovery codes away, and ends the open sessions. */
export function removeFactorOf(
  db: Database,
  email: string,
): Promise<Result<Operator, OperatorProblem>> {
  return change(db, email, {
    values: NO_SECOND_FACTOR,
    event: { kind: "second-factor.removed", by: "admin" },
    ends: "second-factor-changed",
    also: forgetRecoveryCodes,
  });
}

/** Ends an operator's open sessions. */
export function endOperatorSessions(
  db: Database,
  email: string,
): Promise<Result<Operator, OperatorProblem>> {
  return change(db, email, { whose: "anybody's", ends: "ended-by-admin" });
}

/** Lets an operator try again at once, after too many failures. `secret` is the desk's. */
export function unlockOperator(
  { db, secret }: { readonly db: Database; readonly secret: string },
  email: string,
): Promise<Result<Operator, OperatorProblem>> {
  return change(db, email, {
    event: { kind: "account.unlocked" },
    also: (tx) => clearFailures({ db: tx, secret }, email),
  });
}

/**
 * An account with a password of ours. What may be done to people of a provider as well takes the one of
 * them who has this address, the newest of several, where no account of ours has it.
 */
async function findByEmail(db: Database, email: string, whose: "own" | "anybody's" = "own") {
  const parsed = Email.safeParse(email);
  if (!parsed.success) return fail({ kind: "invalid", field: "email" } as const);
  const row = await db
    .selectFrom("operators")
    .select(["id", "email", "name", "role", "password_hash", "former_hashes"])
    .where("email", "=", parsed.data)
    .$if(whose === "own", (query) => query.where("provider_subject", "is", null))
    .orderBy((row) => row("provider_subject", "is not", null))
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? fail({ kind: "not-found" } as const) : ok(row);
}

interface Change {
  /** Left out for what a provider decides of its people. */
  readonly whose?: "anybody's";
  readonly values?: Values;
  /** What the journal says of it; a session's end writes its own entry. */
  readonly event?: AccessEvent;
  /** Why the open sessions end; left out where they go on. */
  readonly ends?: SessionEnd;
  readonly also?: (tx: Transaction<Schema>, operatorId: OperatorId) => Promise<void>;
}

/** Changes an operator and writes down that it was done from the command line. */
async function change(
  db: Database,
  email: string,
  { whose, values, event, ends, also }: Change,
): Promise<Result<Operator, OperatorProblem>> {
  const row = await findByEmail(db, email, whose);
  if (!row.ok) return row;
  const operatorId = OperatorId.parse(row.value.id);
  return db.transaction().execute(async (tx) => {
    if (values !== undefined) {
      await tx.updateTable("operators").set(values).where("id", "=", operatorId).execute();
    }
    const at = now();
    const subject = { aboutOperatorId: operatorId };
    if (event !== undefined) await appendAccessEvent(tx, at, COMMAND_LINE, event, subject);
    await also?.(tx, operatorId);
    if (ends !== undefined) {
      await endSessionsIn(tx, { at, author: COMMAND_LINE, how: ends }, { operatorId });
    }
    return ok(operatorOf({ ...row.value, ...values }));
  });
}

function fieldOf(error: z.ZodError): "email" | "name" | "role" {
  const path = error.issues[0]?.path[0];
  return path === "name" || path === "role" ? path : "email";
}
