import "server-only";

import { createHmac, hkdfSync, randomInt } from "node:crypto";

import type { Transaction } from "kysely";

import type { OperatorId } from "@/lib/domain/ids";

import type { Database } from "../db/connect";
import type { Schema } from "../db/schema";
import type { Desk } from "../desk";

const CODES = 10;
const CODE_LENGTH = 10;
/** Without what looks alike: 0 and O, 1, I and L. 31 signs, so that a code has 49 bits. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/**
 * Makes ten codes for the day on which the person has no authenticator app at hand, each good once,
 * and forgets those from before. They are kept as keyed hashes only: this is the one time that they
 * can be shown. In the caller's transaction, so that the codes and what is written of them are one.
 */
export async function makeRecoveryCodes(
  desk: Pick<Desk, "secret">,
  db: Database | Transaction<Schema>,
  operatorId: OperatorId,
): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await forgetRecoveryCodes(db, operatorId);
  await db
    .insertInto("recovery_codes")
    .values(
      codes.map((code) => ({ operator_id: operatorId, hash: hashOf(desk, operatorId, code) })),
    )
    .execute();
  return codes;
}

/** Takes a recovery code: how many are left, or null when it is none or was used before. */
export async function spendRecoveryCode(
  desk: Pick<Desk, "db" | "secret" | "now">,
  operatorId: OperatorId,
  code: string,
): Promise<number | null> {
  const used = await desk.db
    .updateTable("recovery_codes")
    .set({ used_at: desk.now() })
    .where("operator_id", "=", operatorId)
    .where("hash", "=", hashOf(desk, operatorId, code))
    .where("used_at", "is", null)
    .returning("hash")
    .executeTakeFirst();
  return used === undefined ? null : countRecoveryCodes(desk.db, operatorId);
}

/** How many codes the person has left. */
export async function countRecoveryCodes(
  db: Database | Transaction<Schema>,
  operatorId: OperatorId,
): Promise<number> {
  const { left } = await db
    .selectFrom("recovery_codes")
    .select((row) => row.fn.countAll<bigint>().as("left"))
    .where("operator_id", "=", operatorId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(left);
}

/** Forgets a person's codes, together with their second factor. */
export async function forgetRecoveryCodes(
  db: Database | Transaction<Schema>,
  operatorId: OperatorId,
): Promise<void> {
  await db.deleteFrom("recovery_codes").where("operator_id", "=", operatorId).execute();
}

function newCode(): string {
  const signs = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]);
  return `${signs.slice(0, CODE_LENGTH / 2).join("")}-${signs.slice(CODE_LENGTH / 2).join("")}`;
}

/** 49 random bits need no slow hash, and a copy of the table alone cannot be tried without the key. */
function hashOf({ secret }: Pick<Desk, "secret">, operatorId: OperatorId, code: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "funds-desk recovery codes", 32));
  const plain = code.replaceAll(/[\s-]/g, "").toUpperCase();
  return createHmac("sha256", key).update(`${operatorId}:${plain}`).digest("base64url");
}
