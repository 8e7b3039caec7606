import { generateKeyPairSync } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, describe, expect, test } from "vitest";

import { parseDeskEnv } from "./env";
import { defaultReasons } from "./env-reasons";
import { describeProblems, deskVariables, exampleLine, type Variable } from "./env-variables";

const pem = (type: "ed25519" | "x25519") =>
  // Two calls, as the overloads of Node's types take one literal each.
  (type === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("x25519")).privateKey
    .export({ type: "pkcs8", format: "pem" })
    .toString();
const key = pem("ed25519");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "desk-env-"));
const keyFile = path.join(folder, "key.pem");
fs.writeFileSync(keyFile, key);
afterAll(() => fs.rmSync(folder, { recursive: true }));

const live = {
  MIGO_API_URL: "https://issuer.example/rest/",
  MIGO_APPLICATION_ID: "desk-gt",
  MIGO_MERCHANT: "acme-gt",
  MIGO_PRIVATE_KEY: key,
  DATABASE_URL: "postgres://desk@localhost/desk?host=%2Ftmp%2Fsocket",
  NEXTAUTH_URL: "https://desk.example",
  NEXTAUTH_SECRET: "s".repeat(32),
  DESK_TRUSTED_PROXIES: "1",
};

function complaintsOf(variables: Record<string, string | undefined>): Record<string, string> {
  const parsed = parseDeskEnv(variables);
  if (parsed.ok) return {};
  return Object.fromEntries(parsed.failure.map(({ name, complaint }) => [name, complaint]));
}

test("a live desk sends nothing in clear text, except within one machine", () => {
  const clear = { MIGO_API_URL: "http://issuer.example", NEXTAUTH_URL: "http://desk.example" };
  expect(complaintsOf({ ...live, ...clear })).toEqual({
    MIGO_API_URL: "is not an https address",
    NEXTAUTH_URL: "is not an https address",
  });
  const local = { MIGO_API_URL: "http://127.0.0.1:3010", NEXTAUTH_URL: "http://localhost:3000" };
  expect(complaintsOf({ ...live, ...local })).toEqual({});
});

test("a live desk needs eight variables and fills in the rest", () => {
  expect(parseDeskEnv(live)).toEqual({
    ok: true,
    value: {
      issuer: {
        mode: "live",
        url: "https://issuer.example/rest",
        applicationId: "desk-gt",
        merchant: "acme-gt",
        privateKeyPem: key,
        timeoutMs: 20_000,
        service: null,
      },
      leaseMs: 20_000,
      settling: {
        pausesMs: [5_000, 15_000, 60_000, 300_000, 600_000, 900_000],
        absenceWindowMs: 1_800_000,
        absenceLooks: 5,
      },
      sendAgainAfterMs: 300_000,
      similarWindowMs: 86_400_000,
      autoStop: { sharePercent: 50, windowMs: 600_000, leastSends: 10 },
      databaseUrl: live.DATABASE_URL,
      publicUrl: "https://desk.example",
      secret: live.NEXTAUTH_SECRET,
      timeZone: "America/Guatemala",
      port: 3_000,
      reasons: defaultReasons,
      people: {
        oidc: null,
        hasOwnAccounts: true,
        secondFactor: "required",
        sessionRules: { idleMs: 900_000, maxAgeMs: 43_200_000, warnMs: 60_000 },
        stepUp: {
          afterMs: 300_000,
          amounts: [
            { units: 100_000_000n, currency: "GTQ" },
            { units: 13_000_000n, currency: "USD" },
          ],
        },
        signInLock: { failures: 10, lockMs: 1_800_000 },
        rates: { perPersonPerMinute: 600, perAddressPerMinute: 6_000 },
        trustedProxies: 1,
        sealingSecrets: [live.NEXTAUTH_SECRET],
      },
    },
  });
});

test("the sandbox's address makes it a sandbox desk", () => {
  const parsed = parseDeskEnv({
    ...live,
    MIGO_API_URL: undefined,
    DESK_SANDBOX_URL: "http://127.0.0.1:4010",
  });
  expect(parsed.ok && parsed.value.issuer).toMatchObject({
    mode: "sandbox",
    url: "http://127.0.0.1:4010",
  });
});

test("a desk that is told to be both live and on the sandbox does not start", () => {
  expect(complaintsOf({ ...live, DESK_SANDBOX_URL: "http://127.0.0.1:4010" })).toEqual({
    DESK_SANDBOX_URL: "is set beside MIGO_API_URL",
  });
});

test.each(Object.keys(live))("%s is missed by its name, unset or empty", (name) => {
  expect(complaintsOf({ ...live, [name]: undefined })).toEqual({ [name]: "is not set" });
  expect(complaintsOf({ ...live, [name]: " " })).toEqual({ [name]: "is not set" });
});

test.each([
  ["MIGO_API_URL", "issuer.example", "is not an http or https address"],
  ["MIGO_API_URL", "ftp://issuer.example", "is not an http or https address"],
  ["MIGO_TIMEOUT_MS", "20s", "is not a whole number from 100 to 120000"],
  ["MIGO_TIMEOUT_MS", "0", "is not a whole number from 100 to 120000"],
  ["MIGO_PRIVATE_KEY", pem("x25519"), "is not an Ed25519 private key in PEM"],
  ["MIGO_PRIVATE_KEY", "-----BEGIN nothing", "is not an Ed25519 private key in PEM"],
  ["MIGO_PRIVATE_KEY", path.join(folder, "none.pem"), "names a file that cannot be read"],
  ["DATABASE_URL", "mysql://desk@localhost/desk", "is not a postgres:// address"],
  ["NEXTAUTH_URL", "localhost:3000", "is not an http or https address"],
  ["NEXTAUTH_SECRET", "s".repeat(31), "is shorter than 32 characters"],
  ["DESK_TIME_ZONE", "Guatemala City", "is not the name of a time zone"],
  ["DESK_REASONS", "Fee:Fee:Comisión", 'has a code that is not made of a-z, 0-9 and "-": "Fee"'],
  ["DESK_REASONS", "fee:Fee", 'has no English and Spanish words for "fee"'],
  ["DESK_REASONS", "fee:Fee:Comisión;fee:Fee:Comisión", 'has the code "fee" twice'],
  ["DESK_REASONS", ";", "holds no reason"],
  ["OIDC_ROLES", "owner=Owners", "is not a list such as admin=Desk Admins;agent=Desk Agents"],
  ["DESK_OWN_ACCOUNTS", "off", "is off, and without OIDC_ISSUER nobody could sign in"],
  ["DESK_OWN_ACCOUNTS", "no", "is neither on nor off"],
  ["DESK_IDLE_MINUTES", "16", "is not a whole number from 2 to 15"],
  ["DESK_STEP_UP_AMOUNTS", "GTQ 5000", "is not a list such as GTQ:10000.00,USD:1300.00"],
  ["DESK_STEP_UP_AMOUNTS", "GTQ:5.001", "is not a list such as GTQ:10000.00,USD:1300.00"],
  ["DESK_SEALING_SECRETS", "short", "holds a secret that is shorter than 32 characters"],
  ["PORT", "70000", "is not a whole number from 1 to 65535"],
  ["SANDBOX_PORT", "-1", "is not a whole number from 0 to 65535"],
])("%s=%j is refused: it %s", (name, value, complaint) => {
  expect(complaintsOf({ ...live, [name]: value })).toEqual({ [name]: complaint });
});

test("all that is wrong is said at once", () => {
  const found = complaintsOf({ PORT: "no" });
  // How many proxies there are is asked only of a desk that is reached by https.
  const { DESK_TRUSTED_PROXIES: _, ...needed } = live;
  expect(Object.keys(found).toSorted()).toEqual([...Object.keys(needed), "PORT"].toSorted());
});

describe("the private key", () => {
  test("may be a file", () => {
    const parsed = parseDeskEnv({ ...live, MIGO_PRIVATE_KEY: keyFile });
    expect(parsed.ok && parsed.value.issuer.privateKeyPem).toBe(key);
  });

  test("may be written on one line", () => {
    const parsed = parseDeskEnv({ ...live, MIGO_PRIVATE_KEY: key.replaceAll("\n", "\\n") });
    expect(parsed.ok && parsed.value.issuer.privateKeyPem).toBe(key);
  });
});

test("reasons are read with their words in both languages", () => {
  const parsed = parseDeskEnv({ ...live, DESK_REASONS: "fee: Fee refund : Devolución ; " });
  expect(parsed.ok && parsed.value.reasons).toEqual([
    { code: "fee", en: "Fee refund", es: "Devolución" },
  ]);
});

test("a complaint shows the variable, its purpose and an example, and never its value", () => {
  const parsed = parseDeskEnv({ ...live, NEXTAUTH_SECRET: "hunter2" });
  const shown = parsed.ok ? "" : describeProblems(parsed.failure);
  expect(shown).toContain("NEXTAUTH_SECRET is shorter than 32 characters");
  expect(shown).toContain(deskVariables.NEXTAUTH_SECRET.purpose);
  expect(shown).toContain(deskVariables.NEXTAUTH_SECRET.example);
  expect(shown).not.toContain("hunter2");
});

test(".env.example lists every variable", async () => {
  const entries = Object.entries<Variable>(deskVariables).map(
    ([name, variable]) =>
      `# ${variable.purpose}${variable.neededLive ? " Needed when live." : ""}\n` +
      `# ${exampleLine(name, variable)}\n`,
  );
  const intro =
    "# Copy to .env and set what you need. With nothing set, the desk runs on its sandbox.\n";
  // `vitest -u` writes the file anew.
  await expect([intro, ...entries].join("\n")).toMatchFileSnapshot("../../.env.example");
});
