import "server-only";

import { hash, verify } from "@node-rs/argon2";

/** ASVS 5.0 and PCI DSS 8.3.6 ask for twelve; more is not bounded by us but by what is worth hashing. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** Argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's password storage sheet. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, with its salt and parameters in it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), ARGON2ID);
}

/**
 * Whether the password fits the hash. With no hash (nobody has this address) the same work is done
 * against a hash of nothing, so that the time of an answer does not tell whether the account exists.
 */
export async function fitsPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobodys), password.normalize("NFC"));
  return fits && passwordHash !== null;
}

// Made beforehand: made at first use, it would make the first unknown address of a process slower.
const nobodys = hashPassword("a password that nobody has");
