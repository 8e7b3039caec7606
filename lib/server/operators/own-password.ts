import "server-only";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { endSessionsIn } from "../auth/end-sessions-in";
import { PASSWORD_MAX, fitsPassword, hashPassword } from "../auth/password";
import { formerHashesAfter, lastHashes, passwordProblem } from "../auth/password-rules";
import { attempt } from "../auth/sign-in-locks";
import type { Actor, Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { wrongAt } from "./change-person";

/** Far longer ones are not worth a look; the rules say what is too long. */
const Typed = z.string().max(10 * PASSWORD_MAX);
const Change = z.object({ current: Typed, next: Typed });
const First = z.object({ next: Typed });

/**
 * Changes one's own password for another, for whoever knows the present one. Wrong guesses count as
 * failed sign-ins do. All other sessions of the person end.
 */
export async function changeOwnPassword(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<null, Failure>> {
  const person = await ownAccount(desk, actor);
  if (!person.ok) return person;
  const parsed = Change.safeParse(input);
  if (!parsed.success) return wrongAt("next", "password.long");
  const { id, email } = actor.operator;
  const author = { kind: "person", actor } as const;
  const verdict = await attempt(
    desk,
    { door: "session", author, email, operatorId: id },
    async () => {
      if (!(await fitsPassword(person.value.password_hash, parsed.data.current))) return "wrong";
      return actor.proofMethod === "password" ? "right" : "undecided";
    },
  );
  if (verdict === "wrong" || verdict === "locked") {
    const event = { kind: "proof.refused", method: "password" } as const;
    await appendAccessEvent(desk.db, desk.now(), author, event);
    return wrongAt("current", verdict === "locked" ? "password.locked" : "password.wrong");
  }
  return keepPassword(desk, actor, person.value, parsed.data.next);
}

/** Chooses a password in the place of one that an administrator made, right after signing in with it. */
export async function setFirstPassword(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<null, Failure>> {
  const person = await ownAccount(desk, actor);
  if (!person.ok) return person;
  if (!person.value.must_change_password) return fail(DENIED);
  const parsed = First.safeParse(input);
  if (!parsed.success) return wrongAt("next", "password.long");
  return keepPassword(desk, actor, person.value, parsed.data.next);
}

const DENIED = { kind: "denied", permission: "account.manage" } as const;

type OwnAccount = NonNullable<Awaited<ReturnType<typeof readAccount>>>;

async function ownAccount(desk: Desk, actor: Actor): Promise<Result<OwnAccount, Failure>> {
  if (!may(actor.operator, "account.manage")) return fail(DENIED);
  const row = await readAccount(desk, actor);
  return row?.password_hash == null ? fail(DENIED) : ok(row);
}

function readAccount({ db }: Desk, { operator }: Actor) {
  return db
    .selectFrom("operators")
    .select(["password_hash", "former_hashes", "must_change_password"])
    .where("id", "=", operator.id)
    .executeTakeFirst();
}

async function keepPassword(
  desk: Desk,
  actor: Actor,
  account: OwnAccount,
  next: string,
): Promise<Result<null, Failure>> {
  const { id, email, name } = actor.operator;
  const { password_hash: present, former_hashes: former } = account;
  const formerHashes = lastHashes(present, former);
  const problem = await passwordProblem(next, { email, name, formerHashes });
  if (problem !== null) return wrongAt("next", `password.${problem}`);
  const passwordHash = await hashPassword(next);
  return desk.db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable("operators")
      .set({
        password_hash: passwordHash,
        former_hashes: formerHashesAfter(present, former),
        must_change_password: false,
      })
      .where("id", "=", id)
      // Somebody else may have set another one since it was looked at.
      .where("password_hash", "=", present)
      .returning("id")
      .executeTakeFirst();
    if (changed === undefined) return wrongAt("current", "password.wrong");
    const author = { kind: "person", actor } as const;
    const at = desk.now();
    await appendAccessEvent(tx, at, author, { kind: "password.changed", by: "person" });
    const ending = { at, author, how: "password-changed" } as const;
    await endSessionsIn(tx, ending, { operatorId: id, except: actor.sessionId });
    return ok(null);
  });
}
