import fs from "node:fs";

import { decode, encode } from "next-auth/jwt";
import { z } from "zod";

import { actionValue } from "@/lib/faults/flight";

import type { Role } from "../fixtures";

/** The desk without a browser: whatever a program can send to it, and what comes back. */

export interface Answer {
  readonly status: number;
  /** The path that it sends to; null for none. */
  readonly location: string | null;
  readonly text: string;
  /** Whether it brought a session's cookie that is worth something. */
  readonly hasSession: boolean;
  /** What a server action answered; undefined for anything else. */
  readonly value: unknown;
}

export interface Asking {
  readonly method?: string;
  readonly path: string;
  readonly cookie?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
}

/** Sends one request and follows nothing. */
export async function ask(baseURL: string, asking: Asking): Promise<Answer> {
  const { method = "GET", path, cookie = null, headers = {}, body } = asking;
  const response = await fetch(`${baseURL}${path}`, {
    method,
    redirect: "manual",
    headers: { "Accept-Language": "en", ...(cookie !== null && { Cookie: cookie }), ...headers },
    ...(body !== undefined && { body }),
    ...(body instanceof ReadableStream && { duplex: "half" }),
  });
  const text = await response.text();
  return {
    status: response.status,
    location: response.headers.get("location"),
    text,
    hasSession: /\bdesk-session=[^;]/.test(cookiesOf(response.headers)),
    value: actionValue(text),
  };
}

/** A server action, called as a page of the desk would; `headers` says what is otherwise. */
export function calling(
  baseURL: string,
  id: string,
  input: unknown,
  rest: Partial<Asking> = {},
): Asking {
  const { headers, ...others } = rest;
  return {
    method: "POST",
    path: "/",
    body: JSON.stringify([input]),
    ...others,
    headers: {
      Accept: "text/x-component",
      "Content-Type": "text/plain;charset=UTF-8",
      "Next-Action": id,
      Origin: baseURL,
      ...headers,
    },
  };
}

const Manifest = z.object({
  node: z.record(
    z.string(),
    z.object({
      filename: z.string(),
      exportedName: z.string(),
      workers: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** A server action as the build knows it. */
export interface BuiltAction {
  readonly id: string;
  /** A file whose page holds its code. */
  readonly page: string;
}

/** The actions of the build, by file and name. */
export function builtActions(): ReadonlyMap<string, BuiltAction> {
  const file = ".next/server/server-reference-manifest.json";
  const { node } = Manifest.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
      const pages = Object.keys(workers).filter((name) => /^app\/(?!.*\/@).*\/page$/.test(name));
      return [`${filename}: ${exportedName}`, { id, page: `${pages[0] ?? "app/page"}.tsx` }];
    }),
  );
}

const PASSWORD = "sandbox-sandbox";

/** The cookie of a new session of the sandbox's demo person of this role. */
export async function signedIn(baseURL: string, role: Role): Promise<string> {
  const csrf = await fetch(`${baseURL}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
  const answer = await fetch(`${baseURL}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookiesOf(csrf.headers), Origin: baseURL },
    body: new URLSearchParams({
      csrfToken,
      email: `${role}@desk.test`,
      password: PASSWORD,
      json: "true",
    }),
  });
  const cookie = /\bdesk-session=[^;]+/.exec(cookiesOf(answer.headers))?.[0];
  if (cookie === undefined) throw new Error(`The ${role} was not let in: ${answer.status}.`);
  return cookie;
}

/** Signs out as next-auth's own page does. */
export async function signOut(baseURL: string, cookie: string): Promise<void> {
  const csrf = await fetch(`${baseURL}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
  await fetch(`${baseURL}/api/auth/signout`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: `${cookie}; ${cookiesOf(csrf.headers)}`, Origin: baseURL },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
}

function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}

/** What the desk seals its cookies with, as somebody would have it who has read the server's disk. */
export function stolenSecret(): string {
  const file = `${dataDir()}/secrets.json`;
  const text: unknown = JSON.parse(fs.readFileSync(file, "utf8"));
  return z.object({ nextauthSecret: z.string() }).parse(text).nextauthSecret;
}

/** Where the desk of this test run keeps its data. */
export function dataDir(): string {
  // The tests' own settings are no part of the desk's configuration.
  // oxlint-disable-next-line node/no-process-env
  return process.env["E2E_DATA_DIR"] ?? ".data/e2e";
}

/** What a cookie of the desk holds. */
export async function openCookie(cookie: string, secret: string): Promise<Record<string, unknown>> {
  const token = cookie.slice(cookie.indexOf("=") + 1);
  return { ...(await decode({ token, secret })) };
}

/** A cookie that holds this, sealed with this. */
export async function forgeCookie(
  claims: Record<string, unknown>,
  secret: string,
): Promise<string> {
  return `desk-session=${await encode({ token: claims, secret })}`;
}
