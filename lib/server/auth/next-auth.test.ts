import nextAuth from "next-auth";
import type { NextAuthOptions } from "next-auth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { addOperator } from "../operators/manage-operators";
import { authOptions } from "./next-auth";

const PUBLIC_URL = "http://desk.example";
const EMAIL = "ana@example.com";
const PASSWORD = "correct horse battery 1";
let test: TestDesk;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
  await addOperator(test.db, { email: EMAIL, name: "Ana", role: "agent", password: PASSWORD });
  globalThis.fundsDesk = test.desk;
  globalThis.fundsDeskEnv = {
    ...test.desk,
    people: test.desk,
    databaseUrl: test.databaseUrl,
    publicUrl: PUBLIC_URL,
    port: 3000,
  };
  // The library takes its own address from here and from nowhere else.
  // oxlint-disable-next-line node/no-process-env
  process.env["NEXTAUTH_URL"] = PUBLIC_URL;
});
afterAll(async () => {
  globalThis.fundsDesk = undefined;
  globalThis.fundsDeskEnv = undefined;
  await test.close();
});

interface Sent {
  status: number;
  /** Whole Set-Cookie lines. */
  cookies: string[];
  body: { url?: string; csrfToken?: string };
}

type Library = (request: object, response: object, options: NextAuthOptions) => Promise<void>;
// It asks for whole requests and responses of Next, of which it uses the few fields given below.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const library = nextAuth as unknown as Library;

/** One request to the library, through the entry that needs no Next around it. */
async function ask(
  options: NextAuthOptions,
  request: { path: string[]; method: string; cookie?: string; body?: Record<string, unknown> },
): Promise<Sent> {
  const sent: Sent = { status: 200, cookies: [], body: {} };
  const response = {
    status(code: number) {
      sent.status = code;
      return response;
    },
    setHeader(name: string, value: string | string[]) {
      if (name === "Set-Cookie") sent.cookies = [value].flat();
    },
    getHeader: () => sent.cookies,
    json: (body: Sent["body"]) => (sent.body = body),
    send: (body: Sent["body"]) => (sent.body = body),
    end: () => undefined,
  };
  const [name = "", value = ""] = (request.cookie ?? "").split("=");
  await library(
    {
      method: request.method,
      query: { nextauth: request.path },
      headers: {},
      cookies: { [name]: decodeURIComponent(value) },
      body: request.body ?? {},
    },
    response,
    options,
  );
  return sent;
}

/** Signs in as the browser does; gives the answer and how often the desk itself failed. */
async function attempt(password: string) {
  let failures = 0;
  const options = authOptions(SOMEWHERE, () => (failures += 1));
  const csrf = await ask(options, { path: ["csrf"], method: "GET" });
  const answer = await ask(options, {
    path: ["callback", "credentials"],
    method: "POST",
    cookie: csrf.cookies.find((line) => line.includes("csrf-token"))?.split(";")[0] ?? "",
    body: { json: "true", csrfToken: csrf.body.csrfToken, email: EMAIL, password },
  });
  return { answer, failures };
}

describe("signing in through next-auth", () => {
  it("gives a cookie that scripts cannot read, and tells the browser nothing else", async () => {
    const { answer, failures } = await attempt(PASSWORD);
    const cookie = answer.cookies.find((line) => line.startsWith("desk-session="));
    expect(cookie).toMatch(/; Path=\/;.*; HttpOnly; SameSite=Lax$/);
    expect(answer.body).toEqual({ url: PUBLIC_URL });
    expect(failures).toBe(0);
  });

  it("refuses a wrong password with 401, which is no failure of the desk", async () => {
    const { answer, failures } = await attempt("not the password");
    expect(answer.status).toBe(401);
    expect(answer.body.url).toContain("error=CredentialsSignin");
    expect(failures).toBe(0);
  });

  it("tells a failure of the desk apart, and says nothing of its inside", async () => {
    const broken = new Error('relation "operators" does not exist');
    globalThis.fundsDesk = {
      ...test.desk,
      now: () => {
        throw broken;
      },
    };
    try {
      const { answer, failures } = await attempt(PASSWORD);
      expect(failures).toBe(1);
      expect(answer.body.url).toContain("error=Unavailable");
      expect(JSON.stringify(answer)).not.toContain("operators");
    } finally {
      globalThis.fundsDesk = test.desk;
    }
  });
});
