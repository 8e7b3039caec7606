import "server-only";

import { randomUUID } from "node:crypto";

import type { Transaction } from "kysely";
import { z } from "zod";

import { isDormant } from "@/lib/domain/account";
import type { SignInRefusal } from "@/lib/domain/access";
import { OperatorId } from "@/lib/domain/ids";
import type { Operator, Role } from "@/lib/domain/operator";
import { roleFrom } from "@/lib/domain/provider-role";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Schema } from "../db/schema";
import type { Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { presenceOf } from "../operators/change-person";
import { Email, PersonName, operatorOf } from "../operators/operator-row";
import { endSessionsIn } from "./end-sessions-in";

const trimmed = z.string().trim().min(1);

/** What we read of what a provider says of a person; the rest is looked through for the role. */
const Claims = z.looseObject({
  iss: trimmed,
  sub: trimmed,
  email: Email.optional().catch(undefined),
  name: trimmed.optional().catch(undefined),
  preferred_username: trimmed.optional().catch(undefined),
});

/** Why somebody whom the provider knows has no account to work with. */
export type AccountRefusal = Extract<
  SignInRefusal,
  "no-role" | "disabled" | "dormant" | "no-address"
>;

/** What a refusal is about, where we know the person. */
export interface Refused {
  readonly cause: AccountRefusal;
  readonly operatorId: OperatorId | null;
}

/**
 * The person whom a provider vouches for, with the name, address and role as the provider has them
 * today; made at the first time. It is known by issuer and subject alone: an account of our own with
 * the same address is another person, whatever the provider says.
 */
export async function accountOf(
  desk: Pick<Desk, "oidc" | "now">,
  tx: Transaction<Schema>,
  vouched: unknown,
): Promise<Result<Operator, Refused>> {
  const claims = Claims.parse(vouched);
  const { oidc } = desk;
  const role = oidc === null ? null : roleFrom(claims, oidc.roleClaim, oidc.roles);
  const row = await find(tx, claims);
  if (row === undefined) {
    if (role === null) return fail({ cause: "no-role", operatorId: null });
    if (claims.email === undefined) return fail({ cause: "no-address", operatorId: null });
    return ok(await create(desk, tx, { ...claims, email: claims.email }, role));
  }
  const operatorId = OperatorId.parse(row.id);
  if (row.disabled_at !== null) return shutOut(desk, tx, operatorId, "disabled");
  if (role === null) return shutOut(desk, tx, operatorId, "no-role");
  if (isDormant(presenceOf(row), desk.now())) return fail({ cause: "dormant", operatorId });
  return ok(await update(desk, tx, row, claims, role));
}

/** What the provider or an administrator has decided counts in the browsers where they are, too. */
async function shutOut(
  { now }: Pick<Desk, "now">,
  tx: Transaction<Schema>,
  operatorId: OperatorId,
  cause: "disabled" | "no-role",
): Promise<Result<never, Refused>> {
  const how = cause === "disabled" ? cause : "role-lost";
  await endSessionsIn(tx, { at: now(), author: { kind: "desk" }, how }, { operatorId });
  return fail({ cause, operatorId });
}

type Claims = z.infer<typeof Claims>;

function find(tx: Transaction<Schema>, { iss, sub }: Claims) {
  return tx
    .selectFrom("operators")
    .select(["id", "email", "name", "role", "disabled_at"])
    .select(["created_at", "enabled_at", "last_signed_in_at"])
    .where("provider_issuer", "=", iss)
    .where("provider_subject", "=", sub)
    .forUpdate()
    .executeTakeFirst();
}

async function create(
  { now }: Pick<Desk, "now">,
  tx: Transaction<Schema>,
  claims: Claims & { email: string },
  role: Role,
): Promise<Operator> {
  const row = await tx
    .insertInto("operators")
    .values({
      id: randomUUID(),
      email: claims.email,
      name: nameOf(claims, claims.email),
      role,
      password_hash: null,
      provider_issuer: claims.iss,
      provider_subject: claims.sub,
      created_at: now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "email", "name", "role"])
    .executeTakeFirst();
  if (row === undefined) {
    // Two first sign-ins of one person at the same moment: the other one has just made the account.
    const made = await find(tx, claims);
    if (made === undefined) throw new Error("An account was neither made nor there.");
    return operatorOf(made);
  }
  const operator = operatorOf(row);
  const event = { kind: "operator.created", role, by: "provider" } as const;
  await appendAccessEvent(tx, now(), { kind: "desk" }, event, { aboutOperatorId: operator.id });
  return operator;
}

async function update(
  { now }: Pick<Desk, "now">,
  tx: Transaction<Schema>,
  row: NonNullable<Awaited<ReturnType<typeof find>>>,
  claims: Claims,
  role: Role,
): Promise<Operator> {
  const email = claims.email ?? row.email;
  const isNamed = claims.name !== undefined || claims.preferred_username !== undefined;
  const name = isNamed ? nameOf(claims, email) : row.name;
  await tx.updateTable("operators").set({ role, email, name }).where("id", "=", row.id).execute();
  const operator = operatorOf({ ...row, role, email, name });
  if (row.role !== role) {
    const event = {
      kind: "operator.role-changed",
      from: row.role,
      to: role,
      reason: null,
    } as const;
    await appendAccessEvent(tx, now(), { kind: "desk" }, event, { aboutOperatorId: operator.id });
  }
  return operator;
}

/** The first of their names that the desk would take from an administrator; otherwise the address. */
function nameOf({ name, preferred_username: username }: Claims, email: string): string {
  return PersonName.safeParse(name).data ?? PersonName.safeParse(username).data ?? email;
}
