import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

import type { SessionId } from "@/lib/domain/ids";
import { signInProblemOf } from "@/lib/domain/sign-in-problem";
import { ownPath, paths } from "@/lib/paths";

import { desk } from "../desk";
import type { Origin } from "../desk";
import { deskEnv } from "../env";
import { log } from "../log";
import { arrive, withoutProof } from "./arrive";
import { askNextAuth } from "./ask-next-auth";
import type { Answered } from "./ask-next-auth";
import { goodbyeLine } from "./goodbye";
import { journeyIn, journeyLine, noJourneyLine } from "./journey";
import { ASK_ANEW, PROVIDER_ID, authOptions } from "./next-auth";
import type { Visit } from "./next-auth";
import { providerAnswer } from "./provider-answer";
import { providerSignOutUrl } from "./provider-sign-out";
import { sessionCookieName, ticketIn } from "./session-cookie";
import { signOut } from "./sign-out";
import { standingOf } from "./standing";
import type { Ticket } from "./standing";

type Fields = Readonly<Record<string, string>>;

/** A request to one of the addresses below /api/auth. */
export interface AuthRequest {
  readonly method: string;
  /** What stands after /api/auth. */
  readonly path: readonly string[];
  readonly cookies: Fields;
  readonly query: Fields;
  readonly body: Fields;
  readonly origin: Origin;
}

export interface AuthAnswer {
  readonly status: number;
  /** Whole Set-Cookie lines. */
  readonly cookies: readonly string[];
  /** Where the browser goes next; a script is told, a form is sent there. */
  readonly location: string | null;
  readonly body: unknown;
  /** The session that was opened, if one was. */
  readonly opened: SessionId | null;
}

type Endpoint = (request: AuthRequest) => Promise<AuthAnswer>;

/** Of next-auth's addresses those that the desk uses, and one of our own. There is no other. */
const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>([
  ["GET csrf", giveToken],
  ["POST callback/credentials", passwordTyped],
  [`POST signin/${PROVIDER_ID}`, goToProvider],
  [`GET callback/${PROVIDER_ID}`, comeFromProvider],
  ["GET prove", proveAtProvider],
  ["POST signout", leave],
]);

/** Answers a request below /api/auth; null where there is nothing. */
export async function answerAuth(request: AuthRequest): Promise<AuthAnswer | null> {
  const endpoint = ENDPOINTS.get(`${request.method} ${request.path.join("/")}`);
  if (endpoint === undefined) return null;
  try {
    return await endpoint(request);
  } catch (error) {
    log.error({ err: error, request: request.origin.requestId }, "sign-in or sign-out failed");
    return { ...NOTHING, status: 503, body: { failure: "unavailable" } };
  }
}

const NOTHING = {
  status: 200,
  cookies: [],
  location: null,
  body: null,
  opened: null,
} as const satisfies AuthAnswer;

async function giveToken(request: AuthRequest): Promise<AuthAnswer> {
  return answerOf(await ask(request, visitOf(request, null)));
}

async function passwordTyped(request: AuthRequest): Promise<AuthAnswer> {
  const visit = visitOf(request, await ticketOf(request));
  const answered = await ask(request, visit);
  const { refused, opened } = visit;
  if (opened !== null) return { ...answerOf(answered), opened };
  // Not next-auth's 401 for everything: whoever typed the right password must not be told otherwise.
  const status = { code: 401, refused: 401, "too-many": 429, unavailable: 503 } as const;
  if (refused !== null) return { ...NOTHING, status: status[refused], body: { failure: refused } };
  return answerOf(answered);
}

const NO_QUERY: Fields = {};

/** To the provider and back, to open a session. */
async function goToProvider(request: AuthRequest): Promise<AuthAnswer> {
  const ticket = await ticketOf(request);
  const standing = ticket === null ? null : await standingOf(desk(), ticket, request.origin);
  // Nobody gets round a lock by signing in with the session that the provider has of them.
  const isAnew = standing?.kind === "locked" || request.body["anew"] !== undefined;
  // Nothing of the request's query: the library adds it to what is asked of the provider.
  const query = isAnew ? ASK_ANEW : NO_QUERY;
  const answered = await ask({ ...request, query }, visitOf(request, null));
  const answer = answerOf(answered);
  return { ...answer, cookies: [...answer.cookies, noJourneyLine()] };
}

async function comeFromProvider(request: AuthRequest): Promise<AuthAnswer> {
  const visit = visitOf(request, await ticketOf(request));
  const answer = answerOf(await ask({ ...request, query: providerAnswer(request.query) }, visit));
  return { ...answer, cookies: [...answer.cookies, noJourneyLine()], opened: visit.opened };
}

/** To the provider and back, to prove a session: the person must sign in there anew. */
async function proveAtProvider(request: AuthRequest): Promise<AuthAnswer> {
  const back = ownPath(request.query["callbackUrl"]);
  const ticket = await ticketOf(request);
  const standing = ticket === null ? null : await standingOf(desk(), ticket, request.origin);
  if (ticket === null || standing === null || standing.kind === "nobody") {
    return { ...NOTHING, status: 302, location: paths.signIn(back) };
  }
  const visit = visitOf(request, ticket);
  const options = authOptions(visit);
  const first = await askNextAuth({ ...request, path: ["csrf"], method: "GET" }, options);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(first.body);
  const answered = await askNextAuth(
    {
      path: ["signin", PROVIDER_ID],
      method: "POST",
      cookies: { ...request.cookies, ...cookiesIn(first.cookies) },
      query: ASK_ANEW,
      body: { csrfToken, callbackUrl: back },
    },
    authOptions(visit),
  );
  const { location, cookies } = answerOf(answered);
  const journey = { sid: ticket.sessionId, atMs: desk().now().getTime(), back };
  const isOff = location === null || !URL.canParse(location);
  return {
    ...NOTHING,
    status: 302,
    location: isOff ? withoutProof(back, "provider-unreachable") : location,
    cookies: [...first.cookies, ...cookies, await journeyLine(journey)],
  };
}

/**
 * Ends the session before the cookie goes. The library drops the cookie whatever becomes of the
 * session, and a person who reads "signed out" must be.
 */
async function leave(request: AuthRequest): Promise<AuthAnswer> {
  const answered = await ask(request, visitOf(request, null));
  // Without the token of our own page the library does nothing, and so do we.
  if (answered.location?.includes("csrf=true") !== false) {
    return { ...NOTHING, status: 403, body: { failure: "foreign" } };
  }
  const ticket = await ticketOf(request);
  const standing = ticket === null ? null : await standingOf(desk(), ticket, request.origin);
  if (ticket === null || standing === null || standing.kind === "nobody") {
    return { ...NOTHING, status: 302, cookies: answered.cookies, location: paths.signIn() };
  }
  const state = randomUUID();
  const backTo = new URL(paths.signIn(), deskEnv().publicUrl).href;
  const there = await providerSignOutUrl(desk(), ticket.sessionId, { backTo, state });
  await signOut(desk(), standing.actor);
  return {
    ...NOTHING,
    status: 302,
    cookies: [...answered.cookies, ...(there === null ? [] : [goodbyeLine(state)])],
    location: there ?? paths.signIn(),
  };
}

function visitOf({ origin, cookies }: AuthRequest, ticket: Ticket | null): Visit {
  return {
    origin,
    replaces: ticket?.sessionId ?? null,
    refused: null,
    opened: null,
    arrive: async (vouched) =>
      arrive(desk(), { origin, ticket, journey: await journeyIn(cookies) }, vouched),
  };
}

function ask({ path, method, cookies, query, body }: AuthRequest, visit: Visit): Promise<Answered> {
  // It answers a script with the address in JSON; we do that ourselves, for everything alike.
  const { json: _json, ...fields } = body;
  const known = method === "POST" ? "POST" : "GET";
  return askNextAuth({ path, method: known, cookies, query, body: fields }, authOptions(visit));
}

/** The library's answer, with its own pages for problems replaced by ours. */
function answerOf({ status, cookies, location, body }: Answered): AuthAnswer {
  return { ...NOTHING, status, cookies, location: ownProblem(location), body };
}

function ownProblem(location: string | null): string | null {
  if (location === null) return null;
  const url = new URL(location, deskEnv().publicUrl);
  if (url.origin !== new URL(deskEnv().publicUrl).origin) return location;
  if (!url.pathname.startsWith("/api/auth/")) return url.pathname + url.search + url.hash;
  const problem = signInProblemOf(url.searchParams.get("error")) ?? "unavailable";
  return paths.signIn(undefined, problem);
}

function ticketOf({ cookies }: AuthRequest) {
  return ticketIn(cookies[sessionCookieName()]);
}

function cookiesIn(lines: readonly string[]): Fields {
  return Object.fromEntries(
    lines.map((line) => {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
}
