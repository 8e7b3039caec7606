import "server-only";

import { z } from "zod";

import type { ProofMethod } from "@/lib/domain/access";
import type { Failure } from "@/lib/domain/failure";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { PASSWORD_MAX, fitsPassword } from "./password";
import { spendRecoveryCode as takeRecoveryCode } from "./recovery-codes";
import { attempt } from "./sign-in-locks";
import { checkCode } from "./totp";

/** Longer than any code, with the spaces that people type. */
const CODE_MAX = 40;

/** What a person types to prove to be themselves: the password, or a code of the second factor. */
const TypedProof = z.union([
  z.strictObject({ password: z.string().min(1).max(PASSWORD_MAX) }),
  z.strictObject({ code: z.string().trim().min(1).max(CODE_MAX) }),
]);
type TypedProof = z.infer<typeof TypedProof>;

/**
 * Checks what somebody typed to prove that the session is theirs; gives by what it was proven. After as
 * many failures as at the door the right answer is wrong for a while as well; who signs in anew goes on
 * at once. Each that is refused is in the journal.
 */
export async function checkProof(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<ProofMethod, Failure>> {
  const parsed = TypedProof.safeParse(input);
  if (!parsed.success) return wrong("form.unreadable");
  const typed = parsed.data;
  const method = "code" in typed ? "code" : "password";
  const { id: operatorId, email } = actor.operator;
  const author = { kind: "person", actor } as const;
  const verdict = await attempt(desk, { door: "session", author, email, operatorId }, async () => {
    if (!(await fits(desk, actor, typed))) return "wrong";
    return method === actor.proofMethod ? "right" : "undecided";
  });
  if (verdict === "right" || verdict === "undecided") return ok(method);
  await appendAccessEvent(desk.db, desk.now(), author, { kind: "proof.refused", method });
  return wrong("proof.wrong");
}

async function fits(desk: Desk, actor: Actor, typed: TypedProof): Promise<boolean> {
  const { id } = actor.operator;
  if ("password" in typed) {
    const row = await desk.db
      .selectFrom("operators")
      .select("password_hash")
      .where("id", "=", id)
      .executeTakeFirst();
    return fitsPassword(row?.password_hash ?? null, typed.password);
  }
  if (await checkCode(desk, id, typed.code)) return true;
  const left = await takeRecoveryCode(desk, id, typed.code);
  if (left === null) return false;
  const event = { kind: "recovery-code.used", left } as const;
  await appendAccessEvent(desk.db, desk.now(), { kind: "person", actor }, event);
  return true;
}

function wrong(problem: "proof.wrong" | "form.unreadable") {
  return fail({ kind: "invalid", fields: [{ path: "proof", problem }] } as const);
}
