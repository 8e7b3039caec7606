import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { env } from "node:process";
import { Client } from "pg";

import { isLosslessNumber, parseJson } from "@/lib/wire/json";

import { type Sandbox, type StartOptions, startSandbox } from "./server";

/** Test helpers: a database of one's own, a started sandbox, and calls over a real socket. */

const keys = generateKeyPairSync("ed25519");
export const MERCHANT = "sandbox-merchant";
export const PUBLIC_KEY = keys.publicKey.export({ type: "spki", format: "pem" }).toString();

/** The login signature of a slug, in base64. */
export function signatureOf(merchant: string): string {
  return sign(null, Buffer.from(merchant), keys.privateKey).toString("base64");
}

export interface TestDatabase {
  readonly url: string;
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

/** An empty database on the server that the test run started. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = env["TEST_DATABASE_URL"];
  if (server === undefined) throw new Error("TEST_DATABASE_URL is not set; run through vitest.");
  const name = `sandbox_test_${randomBytes(6).toString("hex")}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async query(text, values = []) {
      const client = new Client({ connectionString: url.href });
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(text, [...values]);
      await client.end();
      return rows;
    },
    drop: () => admin(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Numbers are `LosslessNumber`; reading it throws when the body is no JSON. */
  readonly json: Record<string, unknown>;
  /** `json.data` with every number as its digits, so that tests compare digits. */
  readonly data: unknown;
  /** The codes in `errors`. */
  readonly codes: unknown[];
}

export interface CallOptions {
  readonly token?: string | undefined;
  /** JSON text exactly as it is sent, so that a test chooses the digits. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestSandbox extends Sandbox {
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  login(): Promise<{ readonly accessToken: string; readonly refreshToken: string }>;
}

/** A sandbox with the small seed on a free port; `switches` overrides anything. */
export async function startTestSandbox(
  database: TestDatabase,
  switches: Partial<StartOptions> = {},
): Promise<TestSandbox> {
  const sandbox = await startSandbox({
    databaseUrl: database.url,
    publicKey: PUBLIC_KEY,
    merchant: MERCHANT,
    seed: "small",
    slowAnswerMs: 20,
    ...switches,
  });
  const call = (method: string, path: string, options?: CallOptions): Promise<Reply> =>
    send(`${sandbox.url}${path}`, method, options);
  return {
    ...sandbox,
    call,
    async login() {
      const body = JSON.stringify({ merchant: MERCHANT, signature: signatureOf(MERCHANT) });
      const { data } = await call("POST", "/auth/login", { body });
      const { accessToken, refreshToken } = fieldsOf(data);
      return { accessToken: String(accessToken), refreshToken: String(refreshToken) };
    },
  };
}

async function send(
  url: string,
  method: string,
  { token, body, headers = {} }: CallOptions = {},
): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    get json() {
      return fieldsOf(parseJson(text));
    },
    get data() {
      return digitsOf(fieldsOf(parseJson(text))["data"]);
    },
    get codes() {
      const errors = fieldsOf(parseJson(text))["errors"];
      return Array.isArray(errors) ? errors.map((error: unknown) => fieldsOf(error)["code"]) : [];
    },
  };
}

/** The fields of an object; throws for anything else. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw new TypeError("This is no object.");
  return Object.fromEntries(Object.entries(value));
}

/** The same value with its numbers as strings of their digits. */
function digitsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(digitsOf);
  if (isLosslessNumber(value)) return value.toString();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, digitsOf(item)]));
}

let counter = 0;

/** A valid body of each mode; `over` replaces fields, as JSON text; `undefined` leaves one out. */
export function bodyOf(
  method: "POST" | "PUT",
  over: Record<string, string | undefined> = {},
): string {
  counter += 1;
  const fields = {
    amount: "1.00",
    operation: '"ADD_FUNDS"',
    reference: `"TEST-${counter}"`,
    ...(method === "POST" ? { channel: '"WEB"' } : {}),
    ...over,
  };
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`;
}
