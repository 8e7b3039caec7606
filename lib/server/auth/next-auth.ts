import "server-only";

import type { LoggerInstance, NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";

import type { SessionId } from "@/lib/domain/ids";
import { ownCookie } from "@/lib/own-cookie";
import { ownPath, paths } from "@/lib/paths";

import { desk } from "../desk";
import type { Origin } from "../desk";
import { deskEnv } from "../env";
import type { OidcEnv, SessionRules } from "../env-people";
import { log } from "../log";
import { JOURNEY_S } from "./journey";
import type { Vouched } from "./provider-sign-in";
import {
  FIRST_GENERATION,
  sessionCookieName,
  sessionCookieOptions,
  tokenOf,
} from "./session-cookie";
import { signIn } from "./sign-in";
import type { SignInFailure } from "./sign-in";
import type { Ticket } from "./standing";

/** The name of the provider in next-auth's addresses. */
export const PROVIDER_ID = "oidc";

/** What one request to next-auth is about, and what came of it. */
export interface Visit {
  readonly origin: Origin;
  /** The session that this browser has had until now. */
  readonly replaces: SessionId | null;
  /** Turns what a provider said into a session; a text is the path to go to instead. */
  readonly arrive: (vouched: Vouched) => Promise<Arrival | string>;
  /** Why a password did not get in; `unavailable` when the desk itself failed. */
  refused: SignInFailure | "unavailable" | null;
  /** The session that was opened. */
  opened: SessionId | null;
}

/** What the cookie is to say, and until when it is good. */
export interface Arrival {
  readonly ticket: Ticket;
  readonly isNew: boolean;
  readonly leftMs: number;
}

/**
 * next-auth carries one thing: the session's id, in an encrypted cookie. Who that is, which role
 * they have and which issuer token they use is looked up on the server with every request.
 */
export function authOptions(visit: Visit): NextAuthOptions {
  const { secret, people } = deskEnv();
  let arrival: Arrival | null = null;
  const arrived = (one: Arrival) => {
    arrival = one;
    if (one.isNew) visit.opened = one.ticket.sessionId;
  };
  return {
    secret,
    session: { strategy: "jwt", maxAge: people.sessionRules.maxAgeMs / 1_000 },
    jwt: {
      // The library counts a cookie's age from now; ours ends with its session.
      encode: () => {
        if (arrival === null) throw new Error("Nobody has signed in.");
        return tokenOf(arrival.ticket, arrival.leftMs);
      },
    },
    pages: { signIn: paths.signIn(), error: paths.signIn() },
    cookies: cookieOptions(),
    logger: LOGGER,
    providers: [
      ...(people.hasOwnAccounts ? [passwords(visit, arrived)] : []),
      ...(people.oidc === null ? [] : [openIdConnect(people.oidc, people.sessionRules)]),
    ],
    callbacks: {
      signIn: ({ account, profile }) =>
        account?.provider !== PROVIDER_ID ||
        comeIn(visit, { claims: { ...profile }, idToken: account.id_token ?? null }, arrived),
      redirect: ({ url, baseUrl }) => new URL(ownPath(pathOf(url, baseUrl)), baseUrl).href,
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

function passwords(visit: Visit, arrived: (arrival: Arrival) => void) {
  return credentials({
    credentials: { email: { type: "email" }, password: { type: "password" }, code: {} },
    async authorize(typed) {
      try {
        const opened = await signIn(desk(), visit.origin, typed, visit.replaces);
        if (!opened.ok) visit.refused = opened.failure;
        if (!opened.ok) return null;
        const ticket = { sessionId: opened.value, generation: FIRST_GENERATION };
        arrived({ ticket, isNew: true, leftMs: deskEnv().people.sessionRules.maxAgeMs });
        return { id: opened.value };
      } catch (error) {
        log.error({ err: error, request: visit.origin.requestId }, "sign-in failed");
        visit.refused = "unavailable";
        return null;
      }
    },
  });
}

/** True for whoever may come in, otherwise the path to go to instead. */
async function comeIn(
  visit: Visit,
  { claims, idToken }: Pick<Vouched, "claims" | "idToken">,
  arrived: (arrival: Arrival) => void,
): Promise<true | string> {
  try {
    const endSessionUrl = textOrNull(claims[END_SESSION]);
    const arrival = await visit.arrive({ claims, idToken, endSessionUrl });
    if (typeof arrival === "string") return arrival;
    arrived(arrival);
    return true;
  } catch (error) {
    log.error({ err: error, request: visit.origin.requestId }, "sign-in failed");
    return paths.signIn(undefined, "unavailable");
  }
}

const Claims = z.looseObject({ sub: z.string() });
type Claims = z.infer<typeof Claims>;
/** Where the provider signs people out travels with what it says of them. */
const END_SESSION = "desk:end_session_endpoint";

/** Asks the provider to ask the person, whatever session they have there. */
export const ASK_ANEW = { prompt: "login", max_age: "0" } as const;

function openIdConnect(oidc: OidcEnv, { idleMs }: SessionRules): OAuthConfig<Claims> {
  return {
    id: PROVIDER_ID,
    name: oidc.name,
    type: "oauth",
    wellKnown: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    // Who has not been asked there for longer than a session here may be idle, is asked.
    authorization: { params: { scope: oidc.scope, max_age: Math.floor(idleMs / 1_000) } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    userinfo: {
      // Many providers keep name, address and groups out of the identity token, which the library
      // reads alone. What is signed counts where both say something.
      async request({ client, tokens }) {
        const { userinfo_endpoint: asks, end_session_endpoint: bids } = client.issuer.metadata;
        const claims = claimsOf(tokens.id_token);
        const canAsk = asks !== undefined && tokens.access_token !== undefined;
        const told = canAsk ? await client.userinfo(tokens.access_token ?? "") : claims;
        if (told.sub !== claims.sub) throw new Error("The provider spoke of somebody else.");
        return { ...told, ...claims, [END_SESSION]: bids };
      },
    },
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** What the identity token says. The library has checked who signed it, for whom and for how long. */
function claimsOf(idToken: string | undefined): Claims {
  const [, payload = ""] = (idToken ?? "").split(".");
  return Claims.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
}

/** All of next-auth's cookies: ours by name, out of reach of scripts, and short-lived where it can be. */
function cookieOptions(): NonNullable<NextAuthOptions["cookies"]> {
  const options = sessionCookieOptions();
  const named = (name: string) => ownCookie(name, deskEnv().publicUrl);
  const ofJourney = { ...options, maxAge: JOURNEY_S };
  return {
    sessionToken: { name: sessionCookieName(), options },
    callbackUrl: { name: named("desk-after-sign-in"), options },
    csrfToken: { name: named("desk-csrf"), options },
    state: { name: named("desk-oidc-state"), options: ofJourney },
    pkceCodeVerifier: { name: named("desk-oidc-pkce"), options: ofJourney },
    nonce: { name: named("desk-oidc-nonce"), options: ofJourney },
  };
}

/** The library logs what it was given, tokens included: of that only the kind of error is kept. */
const LOGGER: Partial<LoggerInstance> = {
  error(code, metadata) {
    const error = metadata instanceof Error ? metadata : metadata.error;
    log.error({ code, err: error }, "next-auth failed");
  },
  warn: (code) => log.warn({ code }, "next-auth warns"),
  debug: () => undefined,
};

/** The path of an address of ours; the library gives paths and whole addresses. */
function pathOf(url: string, baseUrl: string): string | null {
  if (!URL.canParse(url, baseUrl)) return null;
  const { origin, pathname, search, hash } = new URL(url, baseUrl);
  return origin === new URL(baseUrl).origin ? pathname + search + hash : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
