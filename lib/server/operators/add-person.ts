import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { OperatorId } from "@/lib/domain/ids";
import { Role } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { hashPassword } from "../auth/password";
import type { Actor, Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { mayManagePeople, wrongAt } from "./change-person";
import { oneTimePassword } from "./one-time-password";
import { Email, PersonName } from "./operator-row";

/** A new account, and the password that lets its person in once: shown now and never again. */
export interface NewAccount {
  readonly operatorId: OperatorId;
  readonly oneTimePassword: string;
}

const NewPerson = z.object({
  email: Email,
  name: PersonName,
  role: Role,
});

/** Adds a person with an account of the desk's, who must choose a password of their own at first. */
export async function addPerson(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<NewAccount, Failure>> {
  const allowed = mayManagePeople(desk, actor);
  if (!allowed.ok) return allowed;
  const parsed = NewPerson.safeParse(input);
  if (!parsed.success) return fail({ kind: "invalid", fields: problemsOf(parsed.error) });
  const { email, name, role } = parsed.data;
  const operatorId = OperatorId.parse(randomUUID());
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return desk.db.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto("operators")
      .values({
        id: operatorId,
        email,
        name,
        role,
        password_hash: passwordHash,
        must_change_password: true,
        created_at: desk.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (row === undefined) return wrongAt("email", "email.taken");
    const event = { kind: "operator.created", role, by: "person" } as const;
    const author = { kind: "person", actor } as const;
    await appendAccessEvent(tx, desk.now(), author, event, { aboutOperatorId: operatorId });
    return ok({ operatorId, oneTimePassword: password });
  });
}

/** One problem for each field, in the words of the form. */
function problemsOf(error: z.ZodError) {
  const first = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const field = path.join(".");
    if (!first.has(field)) first.set(field, FIXED.get(field) ?? message);
  }
  return [...first].map(([path, problem]) => ({ path, problem }));
}

/** Fields whose schemas are shared, and say it in words of their own. */
const FIXED: ReadonlyMap<string, string> = new Map([
  ["email", "email.format"],
  ["role", "role.empty"],
]);
