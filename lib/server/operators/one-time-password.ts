import "server-only";

import { randomInt } from "node:crypto";

/** Without what is mistaken for another when it is read aloud or from paper: 0 and o, 1, i and l. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz";
const DIGITS = "23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/**
 * A password that an administrator hands to a person, who must change it at the first sign-in: 16
 * characters in groups, about 78 bits. With a letter and a digit in it, as any password here.
 */
export function oneTimePassword(): string {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => pick(LETTERS + DIGITS)).join(""),
  );
  const password = groups.join("-");
  return /[a-z]/.test(password) && /\d/.test(password) ? password : oneTimePassword();
}

function pick(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length));
}
