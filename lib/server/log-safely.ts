import "server-only";

import { withoutCardNumbers } from "@/lib/domain/text";

/** How deep the causes of an error are followed. */
const CAUSES_MAX = 3;
const FRAMES_MAX = 20;
const WORDS_MAX = 200;

/**
 * An error as the log may have it: what kind it is, where it was thrown, which rule of the database it
 * broke. Never what it was thrown about: PostgreSQL, JSON and others put what they were given into
 * their messages, and with it what people typed.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const detail: Record<string, unknown> = {
    type: error.name,
    words: withoutContent(error.message),
  };
  for (const name of TELLING) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === "string" && /^[\w@.:-]{1,80}$/.test(value)) detail[name] = value;
  }
  detail["frames"] = framesOf(error);
  if (error.cause !== undefined && depth < CAUSES_MAX) {
    detail["cause"] = describeError(error.cause, depth + 1);
  }
  return detail;
}

/** What identifies an error and holds nothing that was typed: Next's number, and the database's own names. */
const TELLING = [
  "digest",
  "code",
  "severity",
  "schema",
  "table",
  "column",
  "constraint",
  "routine",
];

/** Where it was thrown, without the message that the stack begins with. */
function framesOf({ stack }: Error): readonly string[] {
  return (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at \S/.test(line))
    .slice(0, FRAMES_MAX)
    .map((line) => line.trim().replaceAll(process.cwd(), "."));
}

/** A message of a program with everything taken out that somebody may have given to it. */
export function withoutContent(message: string): string {
  return withoutSecrets(message)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|\([^)]*\)=\([^)]*\)/g, "…")
    .replace(/\breceived:?\s.*/is, "received …")
    .replace(/\b[a-z][a-z+.-]*:(?=\S)\S+/gi, "…")
    .replace(/\S+@\S+/g, "…")
    .replace(/\d{5,}/g, "…")
    .slice(0, WORDS_MAX);
}

const TOKEN = /\beyJ[\w-]{8,}(?:\.[\w-]*)+/g;
const SESSION = /(desk-session(?:\.\d+)?=)[^;,\s"\\]+/g;
const SPOKEN = /\b(Bearer|Basic) [\w.~+/=-]+/gi;

/** Ids, of which one in a thousand holds digits like a card's, and which every line is found by. */
const ID = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;

/**
 * The text without tokens, cookies of sessions and card numbers. The last net under every line that is
 * written; no line is meant to need it.
 */
export function withoutSecrets(text: string): string {
  const parts = text.split(ID);
  return parts.map((part, index) => (index % 2 === 1 ? part : withoutSecret(part))).join("");
}

function withoutSecret(text: string): string {
  return withoutCardNumbers(text)
    .replace(TOKEN, "[token]")
    .replace(SESSION, "$1[cookie]")
    .replace(SPOKEN, "$1 [token]");
}
