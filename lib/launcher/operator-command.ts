import { parseArgs } from "node:util";

import { Role, type Operator } from "@/lib/domain/operator";
import type { Result } from "@/lib/domain/result";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/server/auth/password";
import type { PasswordProblem } from "@/lib/server/auth/password-rules";
import type { Database } from "@/lib/server/db/connect";
import {
  addOperator,
  disableOperator,
  enableOperator,
  endOperatorSessions,
  listOperators,
  removeFactorOf,
  setPassword,
  setRole,
  unlockOperator,
  type OperatorProblem,
} from "@/lib/server/operators/manage-operators";

import { Problem } from "./problem";
import { readPassword } from "./read-password";

const usage = `The operators of the desk:

  npm run operator -- list
  npm run operator -- add ana@example.com --name "Ana López" --role agent
  npm run operator -- role ana@example.com --role supervisor
  npm run operator -- password ana@example.com
  npm run operator -- disable ana@example.com
  npm run operator -- enable ana@example.com
  npm run operator -- unlock ana@example.com                   after too many failed sign-ins
  npm run operator -- sessions end ana@example.com
  npm run operator -- second-factor reset ana@example.com
  npm run operator -- reseal        seals all that is sealed under the first of DESK_SEALING_SECRETS

Roles: ${Role.options.join(", ")}. A password has ${PASSWORD_MIN} to ${PASSWORD_MAX} characters, letters and digits among them; it
is asked for on the terminal, or with --password-stdin read from standard input.`;

export type Words = {
  readonly verb: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly isPasswordPiped: boolean;
};

/** Reads the command's words. Throws a Problem with the usage when they are not understood. */
export function wordsOf(given: string[]): Words {
  const { values, positionals } = parse(given);
  const verb = [...ALONE, ...WITH_EMAIL].find((words) => startsWith(positionals, words)) ?? "";
  const [email = "", ...rest] = positionals.slice(verb.split(" ").length);
  const needsEmail = WITH_EMAIL.includes(verb);
  const isComplete = rest.length === 0 && needsEmail === (email !== "");
  if (verb === "" || !isComplete) throw new Problem(usage);
  if (["add", "role"].includes(verb) && !values.role)
    throw new Problem(`--role is missing.\n\n${usage}`);
  if (verb === "add" && !values.name) throw new Problem(`--name is missing.\n\n${usage}`);
  return {
    verb,
    email,
    name: values.name ?? "",
    role: values.role ?? "",
    isPasswordPiped: values["password-stdin"] ?? false,
  };
}

const ALONE = ["list", "reseal"];
const WITH_EMAIL = [
  "add",
  "role",
  "password",
  "disable",
  "enable",
  "unlock",
  "sessions end",
  "second-factor reset",
];

function startsWith(positionals: readonly string[], words: string): boolean {
  return words.split(" ").every((word, index) => positionals[index] === word);
}

function parse(given: string[]) {
  try {
    return parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        name: { type: "string" },
        role: { type: "string" },
        "password-stdin": { type: "boolean" },
      },
    });
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

/** What the command works on: the database, and the desk's secret (`NEXTAUTH_SECRET`). */
export interface CommandDesk {
  readonly db: Database;
  readonly secret: string;
}

/**
 * Does what the words say; answers with the lines to show. Throws a Problem when it cannot be done.
 *
 * @param password how to come by a password, asked only where one is needed
 */
export async function obey(
  desk: CommandDesk,
  words: Words,
  password: (isPiped: boolean) => Promise<string> = readPassword,
): Promise<string> {
  const { db } = desk;
  const { verb, email, name, role } = words;
  switch (verb) {
    case "add": {
      const person = { email, name, role, password: await password(words.isPasswordPiped) };
      return told(await addOperator(db, person), words, "has been added");
    }
    case "role":
      return told(await setRole(db, email, role), words, `now has the role ${role}`);
    case "password": {
      const changed = await setPassword(db, email, await password(words.isPasswordPiped));
      return told(changed, words, "has a new password");
    }
    case "disable":
      return told(await disableOperator(db, email), words, "can no longer sign in");
    case "enable":
      return told(await enableOperator(db, email), words, "can sign in again");
    case "unlock":
      return told(await unlockOperator(desk, email), words, "can try to sign in again");
    case "sessions end":
      return told(await endOperatorSessions(db, email), words, "is signed out everywhere");
    case "second-factor reset":
      return told(await removeFactorOf(db, email), words, "has no second factor any more");
    default:
      return list(db);
  }
}

async function list(db: Database): Promise<string> {
  const people = await listOperators(db);
  if (people.length === 0) return "There are no operators yet.";
  return people
    .map(({ email, name, role, disabledAt }) => {
      const since = disabledAt ? `  disabled since ${disabledAt.toISOString().slice(0, 10)}` : "";
      return `${email.padEnd(32)}  ${role.padEnd(10)}  ${name}${since}`;
    })
    .join("\n");
}

function told(result: Result<Operator, OperatorProblem>, words: Words, done: string): string {
  if (!result.ok) throw new Problem(complaint(result.failure, words));
  return `${result.value.name} (${result.value.email}) ${done}.`;
}

function complaint(problem: OperatorProblem, { email, role }: Words): string {
  switch (problem.kind) {
    case "exists":
      return `There is an operator with the address ${email} already.`;
    case "not-found":
      return `There is no operator with the address ${email}.`;
    case "invalid":
      switch (problem.field) {
        case "email":
          return `${email} is not an email address.`;
        case "name":
          return "A name has 1 to 100 characters, and no card number in it.";
        case "role":
          return `${role} is not a role. Roles: ${Role.options.join(", ")}.`;
        case "password":
          return PASSWORD_WORDS[problem.problem];
      }
  }
}

const PASSWORD_WORDS: Readonly<Record<PasswordProblem, string>> = {
  short: `A password has ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`,
  long: `A password has ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`,
  "letters-and-digits": "A password has letters and digits.",
  common: "That is one of the passwords that are tried first, or much like one.",
  personal: "A password is not made of the person's name or address, or of the desk's name.",
  "used-before": "That was one of the last four passwords.",
};
