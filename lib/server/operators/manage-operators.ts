import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

import { Role } from "@/lib/domain/operator";
import type { Operator } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { PASSWORD_MAX, PASSWORD_MIN, hashPassword } from "../auth/password";
import { now } from "../clock";
import type { Database } from "../db/connect";
import { Email, operatorOf } from "./operator-row";

/** Why the command cannot do what was asked. */
export type OperatorProblem =
  | { readonly kind: "invalid"; readonly field: "email" | "name" | "role" | "password" }
  | { readonly kind: "exists" }
  | { readonly kind: "not-found" };

const Password = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
const NewOperator = z.object({
  email: Email,
  name: z.string().trim().min(1).max(100),
  role: Role,
  password: Password,
});

/**
 * Adds an operator, for whoever has the database's own credentials (the command line). The password
 * is 12 to 200 characters. Fails with the field that is wrong, or when the address is taken.
 */
export async function addOperator(
  db: Database,
  input: { email: string; name: string; role: string; password: string },
): Promise<Result<Operator, OperatorProblem>> {
  const parsed = NewOperator.safeParse(input);
  if (!parsed.success) return fail({ kind: "invalid", field: fieldOf(parsed.error) });
  const { email, name, role, password } = parsed.data;
  const row = await db
    .insertInto("operators")
    .values({
      id: randomUUID(),
      email,
      name,
      role,
      password_hash: await hashPassword(password),
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
  return change(db, email, { disabled_at: null });
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

/** Gives an operator another password (12 to 200 characters) and ends the open sessions. */
export async function setPassword(
  db: Database,
  email: string,
  password: string,
): Promise<Result<Operator, OperatorProblem>> {
  const parsed = Password.safeParse(password);
  if (!parsed.success) return fail({ kind: "invalid", field: "password" });
  const changed = await change(db, email, { password_hash: await hashPassword(parsed.data) });
  if (changed.ok) await endSessionsOf(db, changed.value);
  return changed;
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
  values: { disabled_at?: Date | null; role?: Role; password_hash?: string },
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

function fieldOf(error: z.ZodError): "email" | "name" | "role" | "password" {
  const path = error.issues[0]?.path[0];
  return path === "email" || path === "name" || path === "role" ? path : "password";
}
