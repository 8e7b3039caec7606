import "server-only";

import { z } from "zod";

import { PASSWORD_MAX, PASSWORD_MIN, fitsPassword } from "./password";

/** Why a password is not taken; each has its words. */
export const PasswordProblem = z.enum([
  "short",
  "long",
  /** PCI DSS 8.3.6 wants both, whatever the length. */
  "letters-and-digits",
  "common",
  /** It is the person's address or name, or the desk's name. */
  "personal",
  "used-before",
]);
export type PasswordProblem = z.infer<typeof PasswordProblem>;

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
  /** Of the passwords that may not come back: the present one and those before it (`lastHashes`). */
  readonly formerHashes: readonly string[];
}

/** PCI DSS 8.3.7: none of the last four. */
const REMEMBERED = 4;
const Hashes = z.array(z.string());

/** What speaks against a password for this person, the first of it; null when nothing does. */
export async function passwordProblem(
  password: string,
  owner: PasswordOwner,
): Promise<PasswordProblem | null> {
  const plain = password.normalize("NFC");
  const { length } = Array.from(plain);
  if (length < PASSWORD_MIN) return "short";
  if (password.length > PASSWORD_MAX) return "long";
  if (!/\p{L}/u.test(plain) || !/\p{N}/u.test(plain)) return "letters-and-digits";
  if (isPersonal(plain, owner)) return "personal";
  if (await isCommon(plain)) return "common";
  for (const hash of owner.formerHashes) {
    // One after the other: each takes 19 MiB, and there are four at most.
    // oxlint-disable-next-line no-await-in-loop
    if (await fitsPassword(hash, password)) return "used-before";
  }
  return null;
}

/** The hashes that a new password is compared with: the present one's and the ones before it. */
export function lastHashes(present: string | null, former: unknown): readonly string[] {
  const known = Hashes.parse(former ?? []);
  return (present === null ? known : [present, ...known]).slice(0, REMEMBERED);
}

/** `former_hashes` beside a new password: the present one becomes the newest of those before. */
export function formerHashesAfter(present: string | null, former: unknown): string {
  return JSON.stringify(lastHashes(present, former).slice(0, REMEMBERED - 1));
}

/**
 * Whether a word that anybody would try first is all that it is made of: the person's address and
 * name and the desk's name, with whatever digits and signs between and around them.
 */
function isPersonal(password: string, { email, name }: PasswordOwner): boolean {
  const words = [...email.split(/[@.]/), ...name.split(/\s+/), "funds", "desk", "fundsdesk"]
    .map(lettersOf)
    .filter((word) => word.length >= 3);
  const letters = lettersOf(password);
  let rest = letters;
  // The longest first: "ana" must not break "anabel" apart.
  for (const word of words.toSorted((one, other) => other.length - one.length)) {
    rest = rest.replaceAll(word, "");
  }
  return rest !== letters && rest.length < 3;
}

/**
 * Whether it is one of the 49,000 commonest passwords, as it is, with something added before
 * or after it, or the same one over and over: that is what a guesser tries first.
 */
async function isCommon(password: string): Promise<boolean> {
  const known = await commonPasswords();
  const small = password.toLowerCase();
  const word = small.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const number = small.replaceAll(/^[^\p{N}]+|[^\p{N}]+$/gu, "");
  return [small, word, number]
    .flatMap((part) => [part, repeatedPart(part)])
    .some((one) => known.has(one));
}

/** "abcabcabc" is "abc" again; anything else is itself. */
function repeatedPart(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^\p{L}]/gu, "");
}

let common: Promise<ReadonlySet<string>> | undefined;

/** Read when a password is chosen for the first time: most processes never need the list. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"]),
  );
  return common;
}
