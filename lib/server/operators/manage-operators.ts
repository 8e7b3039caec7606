import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

import { Role } from "@/lib/domain/operator";
import type { Operator } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { hashPassword } from "../auth/password";
import { formerHashesAfter, lastHashes, passwordProblem } from "../auth/password-rules";
import type { PasswordProblem } from "../auth/password-rules";
import { now } from "../clock";
import type { Database } from "../db/connect";
import { Email, operatorOf } from "./operator-row";

/** Why the command cannot do what was asked. */
export type OperatorProblem =
  | { readonly kind: "invalid"; readonly field: "email" | "name" | "role" }
  | { readonly kind: "invalid"; readonly field: "password"; readonly problem: PasswordProblem }
  | { readonly kind: "exists" }
  | { readonly kind: "not-found" };

const Person = z.object({
  email: Email,
  name: z.string().trim().min(1).max(100),
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
  const row = await db
    .insertInto("operators")
    .values({
      id: randomUUID(),
      email,
      name,
      role,
      password_hash: await hashPassword(input.password),
      created_at: now(),
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "email", "name", "role"])
    .executeTakeFirst();
  return row === undefined ? fail({ kind: "exists" }) : ok(operatorOf(row));
}

/** All operators by address, the disabled ones with the time at which they were. */
export async function listOperators(
  db: Database,
): Promise<readonly (Operator & { readonly disabledAt: Date | null })[]> {
  const rows = await db.selectFrom("operators").selectAll().orderBy("email").execute();
  return rows.map((row) => ({ ...operatorOf(row), disabledAt: row.disabled_at }));
}

/** Disables an operator and ends the open sessions for good: who is let in again signs in again. */
export async function disableOperator(
  db: Database,
  email: string,
): Promise<Result<Operator, OperatorProblem>> {
  const changed = await change(db, email, { disabled_at: now() });
  if (changed.ok) await endSessionsOf(db, changed.value);
  return changed;
}

/** Lets a disabled operator in again. */
export function enableOperator(
  db: Database,
  email: string,
): Promise<Result<Operator, OperatorProblem>> {
  return change(db, email, { disabled_at: null, enabled_at: now() });
}

/** Gives an operator another role; it counts from the next request on. */
export async function setRole(
  db: Database,
  email: string,
  role: string,
): Promise<Result<Operator, OperatorProblem>> {
  const parsed = Role.safeParse(role);
  if (!parsed.success) return fail({ kind: "invalid", field: "role" });
  return change(db, email, { role: parsed.data });
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
  const changed = await change(db, email, {
    password_hash: await hashPassword(password),
    former_hashes: formerHashesAfter(present, former),
  });
  if (changed.ok) await endSessionsOf(db, changed.value);
  return changed;
}

async function findByEmail(db: Database, email: string) {
  const parsed = Email.safeParse(email);
  if (!parsed.success) return fail({ kind: "invalid", field: "email" } as const);
  const row = await db
    .selectFrom("operators")
    .select(["email", "name", "password_hash", "former_hashes"])
    .where("email", "=", parsed.data)
    .executeTakeFirst();
  return row === undefined ? fail({ kind: "not-found" } as const) : ok(row);
}

/** Ends a person's sessions, and their issuer tokens with them. */
async function endSessionsOf(db: Database, { id }: Operator): Promise<void> {
  const ended = await db
    .updateTable("sessions")
    .set({ ended_at: now() })
    .where("operator_id", "=", id)
    .where("ended_at", "is", null)
    .returning("id")
    .execute();
  if (ended.length === 0) return;
  const sessions = ended.map((session) => session.id);
  await db.deleteFrom("issuer_tokens").where("session_id", "in", sessions).execute();
}

async function change(
  db: Database,
  email: string,
  values: {
    disabled_at?: Date | null;
    enabled_at?: Date;
    role?: Role;
    password_hash?: string;
    former_hashes?: string;
  },
): Promise<Result<Operator, OperatorProblem>> {
  const parsed = Email.safeParse(email);
  if (!parsed.success) return fail({ kind: "invalid", field: "email" });
  const row = await db
    .updateTable("operators")
    .set(values)
    .where("email", "=", parsed.data)
    .returning(["id", "email", "name", "role"])
    .executeTakeFirst();
  return row === undefined ? fail({ kind: "not-found" }) : ok(operatorOf(row));
}

function fieldOf(error: z.ZodError): "email" | "name" | "role" {
  const path = error.issues[0]?.path[0];
  return path === "name" || path === "role" ? path : "email";
}
