import "server-only";

import nextAuth from "next-auth";
import type { NextAuthOptions } from "next-auth";

/** One request to next-auth. */
export interface Asked {
  /** What stands after /api/auth in its addresses. */
  readonly path: readonly string[];
  readonly method: "GET" | "POST";
  readonly cookies: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
}

/** What it answers. */
export interface Answered {
  readonly status: number;
  /** Whole Set-Cookie lines. */
  readonly cookies: readonly string[];
  /** Where it sends the browser. */
  readonly location: string | null;
  readonly body: unknown;
}

type Library = (request: object, response: object, options: NextAuthOptions) => Promise<void>;
// It asks for whole requests and responses of Next, of which it uses the few fields given below.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const library = nextAuth as unknown as Library;

/**
 * Asks next-auth through the entry that needs no Next around it. It sees what it is given here and
 * nothing else of the request: no header, and no query unless we mean it.
 */
export async function askNextAuth(asked: Asked, options: NextAuthOptions): Promise<Answered> {
  const { path, method, cookies, query = {}, body = {} } = asked;
  let location: string | null = null;
  let status = 200;
  let sentCookies: string[] = [];
  let sent: unknown = null;
  const response = {
    status(code: number) {
      status = code;
      return response;
    },
    setHeader(name: string, value: string | string[]) {
      if (name === "Set-Cookie") sentCookies = [value].flat();
      if (name === "Location") location = String(value);
    },
    getHeader: () => sentCookies,
    json: (json: unknown) => (sent = json),
    send: (text: unknown) => (sent = text),
    end: () => undefined,
  };
  const request = { method, query: { ...query, nextauth: path }, headers: {}, cookies, body };
  await library(request, response, options);
  return { status, cookies: sentCookies, location, body: sent };
}
