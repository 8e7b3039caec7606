import fs from "node:fs";

/**
 * Every variable that a person may set, set to nothing: a developer's .env must not lead a test's desk to a real issuer
 * or a real database. The names come from the file that lists them all.
 */
export function nothingSet(): Record<string, string> {
  const names = fs.readFileSync(".env.example", "utf8").matchAll(/^# ([A-Z_]+)=/gm);
  return Object.fromEntries([...names].map(([, name = ""]) => [name, ""]));
}
