import fs from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

import { expect, test } from "@playwright/test";
import { z } from "zod";

import { containsCardNumber } from "@/lib/domain/text";

import { dataDir } from "../doors/ask";

/**
 * What the desk and its sandbox wrote while all the other tests ran. It is read line by line for what
 * must not be in it; a run that wrote nothing has shown nothing.
 */

// The tests' own settings are no part of the desk's configuration.
// oxlint-disable-next-line node/no-process-env
test.skip(process.env["E2E_BASE_URL"] !== undefined, "the log of that desk is elsewhere");

function linesOf(name: string): readonly string[] {
  const file = path.join(dataDir(), "log", name);
  return [`${file}.1`, file]
    .filter((one) => fs.existsSync(one))
    .flatMap((one) => stripVTControlCharacters(fs.readFileSync(one, "utf8")).split("\n"))
    .filter((line) => line.trim() !== "");
}

/** What Next prints before it hands over to the desk: its name, its address and how long it took. */
const BANNER = /^(?:▲ Next\.js |- (?:Local|Network): |✓ )/;

/** Every file of the tests, to know what they type. */
function testSources(): string {
  return fs
    .readdirSync("e2e", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => fs.readFileSync(path.join("e2e", name), "utf8"))
    .join("\n");
}

/** The texts that tests type into fields: sentences, passwords, notes. References and ids are no secret. */
function typedTexts(source: string): readonly string[] {
  const typed = [
    ...source.matchAll(/\.fill\(\s*["'`]([^"'`$]{6,})/g),
    ...source.matchAll(
      /(?:password|secret|observations|note|reason)\w*\s*[:=]\s*["'`]([^"'`$]{6,})/gi,
    ),
  ].map(([, text]) => (text ?? "").trim());
  return [...new Set(typed)].filter((text) => /[ @]/.test(text) || /^[a-z][a-z-]{9,}$/.test(text));
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** What no line may hold, and how it is recognised. */
const FORBIDDEN: Readonly<Record<string, (line: string) => boolean>> = {
  "a signed or sealed token": (line) => /\beyJ[\w-]{8,}\./.test(line),
  "a token of the issuer": (line) => /\b(?:Bearer|Basic) [\w.~+/=-]{12,}/i.test(line),
  "a session's cookie": (line) => line.includes("desk-session="),
  "the demo people's password": (line) => line.includes("sandbox-sandbox"),
  "the address of a person": (line) =>
    /[\w.+-]+@[\w-]+\.[a-z]{2,}\b/i.test(line.replace(PATHS, "")),
  "a secret of a second factor": (line) => /\b[A-Z2-7]{26,}\b|otpauth:/.test(line),
  // A card's id may have six digits, too.
  "a code of a second factor": (line) => /"(?!cardId")\w+":\s*"\d{6}"/.test(line),
  "a card number": (line) => containsCardNumber(line.replace(UUID, "id")),
  "a private key": (line) => line.includes("PRIVATE KEY"),
  "the words of a failed database statement": (line) =>
    /Key \(|\binvalid input syntax\b.*"/.test(line),
  // The last net under the log caught something: somebody logs what must not be logged.
  "what had to be taken out": (line) => /\[token\]|\[cookie\]|\*{4}/.test(line),
};

/** Packages have versions behind an at sign. */
const PATHS = /node_modules\/\S*|@\w+\/[\w.-]+/g;

/** A line that holds what it must not, for each: a look that finds nothing proves nothing. */
const PLANTED: Readonly<Record<keyof typeof FORBIDDEN, string>> = {
  "a signed or sealed token": '{"msg":"eyJhbGciOiJkaXIi.x.y"}',
  "a token of the issuer": '{"authorization":"Bearer 0123456789abcdef"}',
  "a session's cookie": '{"cookie":"desk-session=abc"}',
  "the demo people's password": '{"typed":"sandbox-sandbox"}',
  "the address of a person": '{"email":"ana.lopez@example.com"}',
  "a secret of a second factor": '{"secret":"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"}',
  "a code of a second factor": '{"code": "123456"}',
  "a card number": '{"find":"4111 1111 1111 1111"}',
  "a private key": "-----BEGIN PRIVATE KEY-----",
  "the words of a failed database statement": "Key (email)=(x) already exists",
  "what had to be taken out": '{"msg":"Bearer [token]"}',
};

test("each thing that must not be in the log is recognised where it is", () => {
  for (const [what, isIn] of Object.entries(FORBIDDEN)) {
    expect(isIn(PLANTED[what] ?? ""), what).toBe(true);
  }
});

const Access = z.object({
  event: z.literal("access"),
  kind: z.enum(["door", "page", "action", "handler"]),
  time: z.iso.datetime(),
  door: z.string(),
  outcome: z.string(),
  operator: z.nullable(z.uuid()),
  role: z.nullable(z.string()),
  address: z.string(),
  requestId: z.uuid(),
  objects: z.record(z.string(), z.string()),
});

test("nothing that the desk wrote while the tests ran holds a secret or what people typed", () => {
  const lines = ["desk.log", "sandbox.log"].flatMap(linesOf);
  const texts = typedTexts(testSources());
  process.stdout.write(`${lines.length} lines of log, ${texts.length} typed texts looked for\n`);
  expect(lines.length).toBeGreaterThan(0);
  expect(texts.length).toBeGreaterThan(10);

  const found = lines.flatMap((line) => [
    ...Object.entries(FORBIDDEN).flatMap(([what, isIn]) =>
      isIn(line) ? [`${what}: ${line}`] : [],
    ),
    ...texts
      .filter((text) => line.includes(text))
      .map((text) => `what was typed, ${text}: ${line}`),
  ]);
  expect(found.slice(0, 20)).toEqual([]);
});

test("all that the server wrote is one log of JSON", () => {
  const others = linesOf("desk.log").filter((line) => !line.startsWith("{") && !BANNER.test(line));
  expect(others.slice(0, 20)).toEqual([]);
  for (const line of linesOf("desk.log").filter((one) => one.startsWith("{"))) {
    expect(() => JSON.parse(line) as unknown, line).not.toThrow();
  }
});

test("each thing asked left who, what, when, from where, about what and with what outcome", () => {
  const accesses = linesOf("desk.log")
    .filter((line) => line.includes('"event":"access"'))
    .map((line) => Access.parse(JSON.parse(line)));
  const kinds = new Set(accesses.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual(["action", "door", "handler", "page"]);
  const byPeople = accesses.filter(({ kind, outcome }) => kind === "action" && outcome === "ok");
  expect(byPeople.length).toBeGreaterThan(0);
  for (const access of byPeople) {
    expect(access, "an action that did something has a person").toMatchObject({
      operator: expect.any(String),
      role: expect.stringMatching(/^(?:agent|supervisor|auditor|admin)$/),
    });
    expect(access.door).not.toBe("unknown");
  }
});
