import "server-only";

import { Secret, TOTP } from "otpauth";

import type { OperatorId } from "@/lib/domain/ids";

import type { Desk } from "../desk";
import { seal, unseal } from "../seal";
import type { SealKeys } from "../seal";

/** What the code functions need of a desk. */
type CodeDesk = Pick<Desk, "db" | "sealingSecrets" | "now">;

const ISSUER = "Funds Desk";
/** RFC 4226 recommends as many bits as the hash has: 160. */
const SECRET_BYTES = 20;
const DIGITS = 6;
/** The library throws for another length, and for what has another number of bytes. */
const CODE = /^[0-9]{6}$/;
const PERIOD_S = 30;
/** A code of the step before or after counts: clocks differ, and typing takes time. */
const WINDOW_STEPS = 1;

/** A secret for an authenticator app, in base32 as the apps take it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an authenticator app reads as a QR code. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/**
 * Keeps a secret, sealed, for a person who has not confirmed one yet; another one that waited is
 * forgotten. False when the person has a second factor: that is removed first.
 */
export async function keepTotpSecret(
  desk: CodeDesk,
  operatorId: OperatorId,
  secret: string,
): Promise<boolean> {
  const { keyId, bytes } = seal(secret, keysOf(desk), operatorId);
  const kept = await desk.db
    .updateTable("operators")
    .set({ totp_key_id: keyId, totp_sealed: bytes, totp_last_step: null })
    .where("id", "=", operatorId)
    .where("totp_confirmed_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return kept !== undefined;
}

/** The secret that waits to be confirmed, for showing it again; null when none does. */
export async function waitingTotpSecret(
  desk: CodeDesk,
  operatorId: OperatorId,
): Promise<string | null> {
  return secretOf(desk, operatorId, "waiting");
}

/** Takes the first code of a new secret: from then on the person has a second factor. */
export function confirmTotp(
  desk: CodeDesk,
  operatorId: OperatorId,
  code: string,
): Promise<boolean> {
  return takeCode(desk, operatorId, code, "waiting");
}

/**
 * Whether this is a code of the person's second factor. Each is good once, and so is none that is
 * older than one that was taken: of two requests with the same code one gets in.
 */
export function checkCode(desk: CodeDesk, operatorId: OperatorId, code: string): Promise<boolean> {
  return takeCode(desk, operatorId, code, "confirmed");
}

async function takeCode(
  desk: CodeDesk,
  operatorId: OperatorId,
  code: string,
  which: Which,
): Promise<boolean> {
  const token = plain(code);
  if (!CODE.test(token)) return false;
  const secret = await secretOf(desk, operatorId, which);
  if (secret === null) return false;
  const timestamp = desk.now().getTime();
  const delta = totpOf(secret, "").validate({ token, timestamp, window: WINDOW_STEPS });
  if (delta === null) return false;
  const step = BigInt(Math.floor(timestamp / 1_000 / PERIOD_S) + delta);
  const taken = await desk.db
    .updateTable("operators")
    .set({
      totp_last_step: step,
      ...(which === "waiting" && { totp_confirmed_at: desk.now() }),
    })
    .where("id", "=", operatorId)
    .where("totp_confirmed_at", which === "waiting" ? "is" : "is not", null)
    .where((where) =>
      where.or([where("totp_last_step", "is", null), where("totp_last_step", "<", step)]),
    )
    .returning("id")
    .executeTakeFirst();
  return taken !== undefined;
}

/** A secret that waits for its first code, or one that counts. */
type Which = "waiting" | "confirmed";

async function secretOf(
  desk: CodeDesk,
  operatorId: OperatorId,
  which: Which,
): Promise<string | null> {
  const row = await desk.db
    .selectFrom("operators")
    .select(["totp_key_id", "totp_sealed"])
    .where("id", "=", operatorId)
    .where("totp_confirmed_at", which === "waiting" ? "is" : "is not", null)
    .executeTakeFirst();
  if (row === undefined || row.totp_key_id === null || row.totp_sealed === null) return null;
  return unseal({ keyId: row.totp_key_id, bytes: row.totp_sealed }, keysOf(desk), operatorId);
}

function keysOf({ sealingSecrets }: CodeDesk): SealKeys {
  return { purpose: "second factor", secrets: sealingSecrets };
}

/** SHA-1 because authenticator apps know no other; as a keyed hash it is still sound (RFC 6238). */
function totpOf(secret: string, email: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label: email,
    algorithm: "SHA1",
    digits: DIGITS,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });
}

/** Apps show a space in the middle, and people type it. */
function plain(code: string): string {
  return code.replaceAll(/\s/g, "");
}
