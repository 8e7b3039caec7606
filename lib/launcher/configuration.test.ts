import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { parseDeskEnv } from "@/lib/server/env";

import { readConfiguration, sandboxEnvironment } from "./configuration";
import { sandboxSecrets } from "./secrets";

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "desk-configuration-"));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const privateKey = () => sandboxSecrets(path.join(root, "elsewhere")).privateKeyPem;
const live = () => ({
  MIGO_API_URL: "https://issuer.example/rest",
  MIGO_APPLICATION_ID: "desk-gt",
  MIGO_MERCHANT: "acme-gt",
  MIGO_PRIVATE_KEY: privateKey(),
  NEXTAUTH_URL: "https://desk.example",
  DESK_TRUSTED_PROXIES: "1",
  NEXTAUTH_SECRET: "s".repeat(32),
});

test("with nothing set, everything that the sandbox desk needs is made, and kept", () => {
  const configuration = readConfiguration({}, root);
  expect(configuration).toMatchObject({
    port: 3_000,
    host: "127.0.0.1",
    publicUrl: "http://localhost:3000",
    databaseUrl: undefined,
    dataDir: path.join(root, ".data"),
    sandbox: { port: 0 },
  });
  const addresses = { DATABASE_URL: "postgres://a/b", DESK_SANDBOX_URL: "http://127.0.0.1:4010" };
  const served = parseDeskEnv({ ...configuration.variables, ...addresses });
  expect(served.ok && served.value.issuer.mode).toBe("sandbox");
  expect(readConfiguration({}, root).variables).toEqual(configuration.variables);
});

test.skipIf(process.platform === "win32")("the sandbox's secrets are for this account only", () => {
  readConfiguration({}, root);
  expect(fs.statSync(path.join(root, ".data/secrets.json")).mode & 0o777).toBe(0o600);
});

test("the sandbox gets the public key, and none of the desk's secrets", () => {
  const configuration = readConfiguration({}, root);
  const given = sandboxEnvironment(configuration, { databaseUrl: "postgres://a/b", port: 4010 });
  expect(given["SANDBOX_PUBLIC_KEY"]).toContain("PUBLIC KEY");
  expect(given["SANDBOX_PORT"]).toBe("4010");
  const values = Object.values(given).join("\n");
  expect(values).not.toContain("PRIVATE KEY");
  expect(values).not.toContain(configuration.sandbox?.secrets.nextauthSecret);
});

test("with the issuer's address set the desk is live: no sandbox, and nothing is made up", () => {
  const configuration = readConfiguration({ ...live(), DESK_SANDBOX_URL: "http://evil" }, root);
  expect(configuration.sandbox).toBeUndefined();
  expect(configuration.variables["DESK_SANDBOX_URL"]).toBeUndefined();
  expect(configuration.host).toBeUndefined();
  expect(fs.existsSync(path.join(root, ".data/secrets.json"))).toBe(false);
});

test.each([
  "MIGO_APPLICATION_ID",
  "MIGO_MERCHANT",
  "MIGO_PRIVATE_KEY",
  "NEXTAUTH_URL",
  "NEXTAUTH_SECRET",
])("a live desk does not start without %s", (name) => {
  expect(() => readConfiguration({ ...live(), [name]: "" }, root)).toThrow(`${name} is not set`);
});

test("the issuer's credentials without its address are a slip, not a sandbox", () => {
  const { MIGO_API_URL: _, ...given } = live();
  expect(() => readConfiguration(given, root)).toThrow(/MIGO_API_URL is not set, although/);
});

test("a malformed variable stops the start of a sandbox desk, too", () => {
  expect(() => readConfiguration({ PORT: "eighty" }, root)).toThrow("PORT is not a whole number");
  expect(() => readConfiguration({ PORT: "70000" }, root)).not.toThrow("NEXTAUTH_URL");
  expect(() => readConfiguration({ SANDBOX_PORT: "any" }, root)).toThrow("SANDBOX_PORT is not");
});
