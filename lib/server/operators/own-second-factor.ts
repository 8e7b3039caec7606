import "server-only";

import { encode } from "uqr";
import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { endSessionsIn } from "../auth/end-sessions-in";
import { forgetRecoveryCodes, makeRecoveryCodes } from "../auth/recovery-codes";
import { proofMissing } from "../auth/step-up";
import { confirmTotp, keepTotpSecret, newTotpSecret, totpUri } from "../auth/totp";
import type { Actor, Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { wrongAt } from "./change-person";
import { NO_SECOND_FACTOR } from "./reset-person";

/** What an authenticator app needs: the secret as text, and as a picture to hold the camera at. */
export interface Enrolment {
  readonly secret: string;
  readonly qr: { readonly size: number; readonly path: string };
}

/** Codes that let a person in without the app, each once: shown now and never again. */
export interface RecoveryCodes {
  readonly codes: readonly string[];
}

/**
 * Begins with a second factor: a new secret that counts for nothing until a code of it came. Takes a
 * fresh proof, except from who cannot work before they have one, and has just signed in.
 */
export async function beginSecondFactor(
  desk: Desk,
  actor: Actor,
): Promise<Result<Enrolment, Failure>> {
  const allowed = desk.secondFactor === "required" ? mayOwn(actor) : mayChangeOwn(desk, actor);
  if (!allowed.ok) return allowed;
  const { id, email } = actor.operator;
  const secret = newTotpSecret();
  if (!(await keepTotpSecret(desk, id, secret))) return wrongAt("code", "form.unreadable");
  return ok({ secret, qr: drawQr(totpUri(secret, email)) });
}

const Code = z.object({ code: z.string().max(20) });

/**
 * Takes the first code of the new secret: from now on the person signs in with one. Their other
 * sessions end, and they get recovery codes.
 */
export async function confirmSecondFactor(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<RecoveryCodes, Failure>> {
  const allowed = mayOwn(actor);
  if (!allowed.ok) return allowed;
  const parsed = Code.safeParse(input);
  if (!parsed.success) return wrongAt("code", "code.wrong");
  const { id } = actor.operator;
  return desk.db.transaction().execute(async (tx) => {
    const isRight = await confirmTotp({ ...desk, db: tx }, id, parsed.data.code);
    if (!isRight) return wrongAt("code", "code.wrong");
    const author = { kind: "person", actor } as const;
    const at = desk.now();
    await appendAccessEvent(tx, at, author, { kind: "second-factor.set" });
    const codes = await makeRecoveryCodes(desk, tx, id);
    await appendAccessEvent(tx, at, author, { kind: "recovery-codes.made" });
    await endSessionsIn(tx, { at, author, how: "second-factor-changed" }, others(actor));
    return ok({ codes });
  });
}

/** Goes without a second factor again, where that is allowed. */
export async function removeSecondFactor(desk: Desk, actor: Actor): Promise<Result<null, Failure>> {
  const allowed = mayChangeOwn(desk, actor);
  if (!allowed.ok) return allowed;
  if (desk.secondFactor === "required") {
    return fail({ kind: "denied", permission: "account.manage" });
  }
  const { id } = actor.operator;
  await desk.db.transaction().execute(async (tx) => {
    const removed = await tx
      .updateTable("operators")
      .set(NO_SECOND_FACTOR)
      .where("id", "=", id)
      .where("totp_confirmed_at", "is not", null)
      .returning("id")
      .executeTakeFirst();
    if (removed === undefined) return;
    await forgetRecoveryCodes(tx, id);
    const author = { kind: "person", actor } as const;
    const at = desk.now();
    await appendAccessEvent(tx, at, author, { kind: "second-factor.removed", by: "person" });
    await endSessionsIn(tx, { at, author, how: "second-factor-changed" }, others(actor));
  });
  return ok(null);
}

/** Makes new recovery codes; the ones from before are worth nothing any more. */
export async function renewRecoveryCodes(
  desk: Desk,
  actor: Actor,
): Promise<Result<RecoveryCodes, Failure>> {
  const allowed = mayChangeOwn(desk, actor);
  if (!allowed.ok) return allowed;
  const { id } = actor.operator;
  return desk.db.transaction().execute(async (tx) => {
    const person = await tx
      .selectFrom("operators")
      .select("id")
      .where("id", "=", id)
      .where("totp_confirmed_at", "is not", null)
      .forUpdate()
      .executeTakeFirst();
    if (person === undefined) return fail({ kind: "not-found", what: "operator" });
    const codes = await makeRecoveryCodes(desk, tx, id);
    const author = { kind: "person", actor } as const;
    await appendAccessEvent(tx, desk.now(), author, { kind: "recovery-codes.made" });
    return ok({ codes });
  });
}

const others = ({ operator, sessionId }: Actor) => ({
  operatorId: operator.id,
  except: sessionId,
});

/** Accounts of the desk only: whoever comes from a provider has their second factor there. */
function mayOwn({ operator, proofMethod }: Actor): Result<null, Failure> {
  const permission = "account.manage";
  const isAllowed = may(operator, permission) && proofMethod !== "provider";
  return isAllowed ? ok(null) : fail({ kind: "denied", permission });
}

function mayChangeOwn(desk: Desk, actor: Actor): Result<null, Failure> {
  const allowed = mayOwn(actor);
  const missing = proofMissing(desk, actor);
  return allowed.ok && missing !== null ? fail(missing) : allowed;
}

/** The dark squares as one path, row by row, so that the page draws it without any markup of ours. */
function drawQr(text: string): Enrolment["qr"] {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join("") };
}
