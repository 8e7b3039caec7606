import "server-only";

import { sign } from "node:crypto";

import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";
import type { Failure } from "@/lib/domain/failure";
import { Tokens } from "@/lib/wire/issuer";
import { stringifyJson } from "@/lib/wire/json";

import type { Desk } from "../desk";
import { openEnvelope } from "./envelope";
import { send } from "./transport";
import { issuerUrl } from "./url";

/** A login must not outlive the lease under which it is made (tokens.ts). */
const LOGIN_TIMEOUT_MS = 8_000;

/** The issuer's pair of tokens; expiries in Unix milliseconds. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accessExpiresAtMs: number;
  readonly refreshExpiresAtMs: number;
}

export type LoginFailure = Extract<Failure, { kind: "issuer-unavailable" | "issuer-refused" }>;

/**
 * What the merchant signs to log in. The one place to change when the issuer says how: its pages
 * ask for "an Ed25519 signature of the payload" and do not show the payload. Assumed here: the
 * merchant slug as UTF-8, the signature in base64.
 */
export function loginSignature(merchant: string, privateKeyPem: string): string {
  return sign(null, Buffer.from(merchant, "utf8"), privateKeyPem).toString("base64");
}

/** What a merchant logs in with. */
export interface Credentials {
  readonly merchant: string;
  readonly privateKeyPem: string;
}

/** Logs a merchant in (`POST /auth/login`, introduction/quickstart). */
export function logIn(
  desk: Desk,
  { merchant, privateKeyPem }: Credentials,
): Promise<Result<TokenPair, LoginFailure>> {
  const body = { merchant, signature: loginSignature(merchant, privateKeyPem) };
  return askForTokens(desk, "auth/login", body);
}

/** Trades a single-use refresh token for a new pair. The path is inferred from the CMS's. */
export function refresh(
  desk: Desk,
  refreshToken: string,
): Promise<Result<TokenPair, LoginFailure>> {
  return askForTokens(desk, "auth/refresh", { refreshToken });
}

async function askForTokens(
  desk: Desk,
  path: string,
  body: unknown,
): Promise<Result<TokenPair, LoginFailure>> {
  const reply = await send({
    url: issuerUrl(desk.issuer.url, path),
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: stringifyJson(body),
    timeoutMs: Math.min(desk.issuer.timeoutMs, LOGIN_TIMEOUT_MS),
  });
  if (reply.kind !== "answered" || reply.httpStatus >= 500 || reply.httpStatus === 429) {
    return fail({ kind: "issuer-unavailable" });
  }
  const opened = openEnvelope(reply.text);
  const tokens = Tokens.safeParse(opened.data);
  if (opened.says !== "success" || !tokens.success) {
    const code = opened.code ?? String(reply.httpStatus);
    return fail({ kind: "issuer-refused", code, message: opened.message });
  }
  return ok({
    accessToken: tokens.data.accessToken,
    refreshToken: tokens.data.refreshToken,
    accessExpiresAtMs: Number(tokens.data.expirationToken) * 1000,
    refreshExpiresAtMs: Number(tokens.data.expirationRefreshToken) * 1000,
  });
}
