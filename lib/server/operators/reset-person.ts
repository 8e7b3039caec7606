import "server-only";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { OperatorId } from "@/lib/domain/ids";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { endSessionsIn } from "../auth/end-sessions-in";
import { hashPassword } from "../auth/password";
import { formerHashesAfter } from "../auth/password-rules";
import { forgetRecoveryCodes } from "../auth/recovery-codes";
import { clearFailures } from "../auth/sign-in-locks";
import type { Actor, Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { mayManagePeople, record, withPerson, wrongAt } from "./change-person";
import { oneTimePassword } from "./one-time-password";

const Input = z.object({ operatorId: OperatorId });

/**
 * Gives a person who cannot get in a password for once, to be changed at the first sign-in, and ends
 * their sessions. The password is in this answer alone. Not for oneself: one's own session would end
 * before it could be read.
 */
export async function resetPassword(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<{ readonly oneTimePassword: string }, Failure>> {
  const asked = readInput(desk, actor, input);
  if (!asked.ok) return asked;
  const { operatorId } = asked.value;
  if (operatorId === actor.operator.id) return wrongAt("operatorId", "person.oneself");
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return withPerson(desk, operatorId, async (tx, row) => {
    if (row.provider_subject !== null) return wrongAt("operatorId", "person.provider");
    const formerHashes = formerHashesAfter(row.password_hash, row.former_hashes);
    await record(tx, desk, actor, row, {
      values: {
        password_hash: passwordHash,
        former_hashes: formerHashes,
        must_change_password: true,
      },
      event: { kind: "password.changed", by: "admin" },
    });
    const how = "password-changed" as const;
    const ending = { at: desk.now(), author: { kind: "person", actor }, how } as const;
    await endSessionsIn(tx, ending, { operatorId });
    return ok({ oneTimePassword: password });
  });
}

/**
 * Takes a person's second factor and recovery codes away: for who has lost them. Their sessions end;
 * where a second factor is required, they set up another one at the next sign-in.
 */
export async function resetSecondFactor(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<null, Failure>> {
  const asked = readInput(desk, actor, input);
  if (!asked.ok) return asked;
  const { operatorId } = asked.value;
  if (operatorId === actor.operator.id) return wrongAt("operatorId", "person.oneself");
  return withPerson(desk, operatorId, async (tx, row) => {
    if (row.totp_confirmed_at === null) return ok(null);
    await record(tx, desk, actor, row, {
      values: NO_SECOND_FACTOR,
      event: { kind: "second-factor.removed", by: "admin" },
    });
    await forgetRecoveryCodes(tx, operatorId);
    const how = "second-factor-changed" as const;
    const ending = { at: desk.now(), author: { kind: "person", actor }, how } as const;
    await endSessionsIn(tx, ending, { operatorId });
    return ok(null);
  });
}

/** Forgets the failures that keep everybody out of an account, before their time is over. */
export async function unlockPerson(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<null, Failure>> {
  const asked = readInput(desk, actor, input);
  if (!asked.ok) return asked;
  return withPerson(desk, asked.value.operatorId, async (tx, row) => {
    if (row.provider_subject !== null) return wrongAt("operatorId", "person.provider");
    await clearFailures({ ...desk, db: tx }, row.email);
    const author = { kind: "person", actor } as const;
    const aboutOperatorId = OperatorId.parse(row.id);
    const event = { kind: "account.unlocked" } as const;
    await appendAccessEvent(tx, desk.now(), author, event, { aboutOperatorId });
    return ok(null);
  });
}

/** An account without a second factor. */
export const NO_SECOND_FACTOR = {
  totp_key_id: null,
  totp_sealed: null,
  totp_confirmed_at: null,
  totp_last_step: null,
} as const;

function readInput(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Result<z.infer<typeof Input>, Failure> {
  const allowed = mayManagePeople(desk, actor);
  if (!allowed.ok) return allowed;
  const parsed = Input.safeParse(input);
  return parsed.success ? ok(parsed.data) : fail({ kind: "not-found", what: "operator" });
}
