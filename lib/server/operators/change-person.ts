import "server-only";

import type { Selectable, Transaction } from "kysely";

import type { AccessEvent } from "@/lib/domain/access";
import { isDormant } from "@/lib/domain/account";
import type { Failure } from "@/lib/domain/failure";
import { OperatorId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";
import type { Problem } from "@/lib/domain/problem";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { proofMissing } from "../auth/step-up";
import type { Schema } from "../db/schema";
import type { Actor, Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";

export type PersonRow = Selectable<Schema["operators"]>;

/** What of a person may be changed; their past may not. */
export type Values = Partial<
  Pick<
    PersonRow,
    | "role"
    | "disabled_at"
    | "enabled_at"
    | "password_hash"
    | "must_change_password"
    | "totp_key_id"
    | "totp_sealed"
    | "totp_confirmed_at"
    | "totp_last_step"
  > & { former_hashes: string }
>;

/** The right to manage people and a fresh proof of who asks; a failure where one of them is missing. */
export function mayManagePeople(desk: Desk, actor: Actor): Result<null, Failure> {
  if (!may(actor.operator, "operator.manage")) {
    return fail({ kind: "denied", permission: "operator.manage" });
  }
  const missing = proofMissing(desk, actor);
  return missing === null ? ok(null) : fail(missing);
}

/**
 * Works on one person's row in a transaction that holds it, and the rows of all administrators before
 * it: two of them who shut each other out at once would otherwise both succeed.
 */
export function withPerson<T>(
  desk: Desk,
  operatorId: OperatorId,
  work: (tx: Transaction<Schema>, row: PersonRow) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  return desk.db.transaction().execute(async (tx) => {
    await tx
      .selectFrom("operators")
      .select("id")
      .where((where) => where.or([where("role", "=", "admin"), where("id", "=", operatorId)]))
      .orderBy("id")
      .forUpdate()
      .execute();
    const row = await tx
      .selectFrom("operators")
      .selectAll()
      .where("id", "=", operatorId)
      .executeTakeFirst();
    return row === undefined ? fail({ kind: "not-found", what: "operator" }) : work(tx, row);
  });
}

/** Changes a person and writes down that it was done, by whom and about whom. */
export async function record(
  tx: Transaction<Schema>,
  { now }: Pick<Desk, "now">,
  actor: Actor,
  row: PersonRow,
  { values, event }: { readonly values: Values; readonly event: AccessEvent },
): Promise<void> {
  await tx.updateTable("operators").set(values).where("id", "=", row.id).execute();
  const aboutOperatorId = OperatorId.parse(row.id);
  await appendAccessEvent(tx, now(), { kind: "person", actor }, event, { aboutOperatorId });
}

/** Whether nobody would be left who manages people, if this person could not. */
export async function isLastAdmin(
  tx: Transaction<Schema>,
  { now, hasOwnAccounts, oidc }: Pick<Desk, "now" | "hasOwnAccounts" | "oidc">,
  row: PersonRow,
): Promise<boolean> {
  if (row.role !== "admin") return false;
  const others = await tx
    .selectFrom("operators")
    .select(["provider_subject", "created_at", "enabled_at", "last_signed_in_at"])
    .where("role", "=", "admin")
    .where("disabled_at", "is", null)
    .where("id", "!=", row.id)
    .execute();
  return !others.some((other) => {
    const isDoorOpen = other.provider_subject === null ? hasOwnAccounts : oidc !== null;
    return isDoorOpen && !isDormant(presenceOf(other), now());
  });
}

/** What the count of ninety days goes by. */
export function presenceOf(
  row: Pick<PersonRow, "created_at" | "enabled_at" | "last_signed_in_at">,
) {
  return {
    createdAt: row.created_at,
    enabledAt: row.enabled_at,
    lastSignedInAt: row.last_signed_in_at,
  };
}

/** Something is wrong at a field, and nothing was changed. */
export function wrongAt(path: string, problem: Problem): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind: "invalid", fields: [{ path, problem }] } };
}
