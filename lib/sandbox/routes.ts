import type { IncomingHttpHeaders } from "node:http";
import { setTimeout as pauseFor } from "node:timers/promises";
import type { Pool } from "pg";
import type { z } from "zod";

import { LoginRequest, RefreshRequest } from "@/lib/wire/issuer";
import { parseJson } from "@/lib/wire/json";

import { type Answer, dataAnswer, dataTextAnswer, refusalAnswer } from "./answer";
import { isRefusal, type Refusal, refuse } from "./catalogue";
import { counted, countsAnswer, type TokenCounts } from "./counts";
import { carryOut, type FaultContext } from "./faults";
import { parsePage, parseMonth, readFeed } from "./feed";
import { parseFundsBody } from "./funds-body";
import { applyFunds, readCard } from "./ledger";
import type { SandboxOptions } from "./options";
import { FEED_SENTINEL_YEAR, FEED_SENTINELS, findSentinel } from "./sentinels";
import { isSignedBy } from "./signature";
import { authenticate, type Bearer, rotate, startFamily, tripOnce, isFirstOf } from "./tokens";

/** What every route works with. */
export interface Desk {
  readonly pool: Pool;
  readonly options: SandboxOptions;
  readonly now: () => Date;
  readonly counts: TokenCounts;
  /** Aborted when the server closes, so that no pause outlives it. */
  readonly closing: AbortSignal;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers one call. Throws only what is a fault of the sandbox itself. */
export async function answerCall(desk: Desk, call: Call): Promise<Answer> {
  const { options } = desk;
  // The issuer's address ends in /rest; its examples work here with and without it.
  const path = call.path.replace(/^\/rest(?=\/)/, "");
  const route = `${call.method} ${path}`;
  if (route === "GET /health") return dataAnswer("A", 200, {});
  if (route === "GET /sandbox/counts") return countsAnswer(desk.counts);
  if (route === "POST /auth/login") return counted(desk.counts, "login", await logIn(desk, call));
  if (route === "POST /auth/refresh") {
    return counted(desk.counts, "refresh", await refresh(desk, call));
  }

  const [, cardId, rest] = /^\/cards\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  const handle = cardId === undefined ? undefined : cardRoute(desk, call, cardId, rest ?? "");
  if (cardId === undefined || handle === undefined) {
    return refusalAnswer(options.envelope, refuse("7010"));
  }
  const bearer = await authenticate(desk.pool, call.headers.authorization, desk.now());
  if (isRefusal(bearer)) return refusalAnswer(options.envelope, bearer);
  if (!/^[1-9]\d{0,17}$/.test(cardId)) {
    return refusalAnswer(options.envelope, refuse("7000", "cardId must be a number"));
  }
  return handle(bearer);
}

type Handler = (bearer: Bearer) => Promise<Answer>;

function cardRoute(desk: Desk, call: Call, cardId: string, rest: string): Handler | undefined {
  const { method } = call;
  if (rest === "" && method === "GET" && desk.options.cardReading === "on") {
    return async () => valueAnswer(desk, 200, await readCard(desk.pool, cardId));
  }
  if (rest === "/funds" && (method === "POST" || method === "PUT")) {
    return (bearer) => moveFunds(desk, call, method, cardId, bearer);
  }
  const [, month, year] = /^\/transfers\/([^/]+)\/([^/]+)$/.exec(rest) ?? [];
  if (method === "GET" && month !== undefined && year !== undefined) {
    return () => showMonth(desk, call, cardId, month, year);
  }
  return undefined;
}

async function logIn(desk: Desk, call: Call): Promise<Answer> {
  const { options } = desk;
  const request = readBody(call, LoginRequest);
  if (isRefusal(request)) return refusalAnswer(options.envelope, request);
  const isKnown =
    request.merchant === options.merchant &&
    isSignedBy(options.publicKey, request.merchant, request.signature);
  if (!isKnown) return refusalAnswer(options.envelope, refuse("UNAUTHORIZED"));
  return dataAnswer(options.envelope, 200, await startFamily(desk.pool, options, desk.now()));
}

async function refresh(desk: Desk, call: Call): Promise<Answer> {
  const request = readBody(call, RefreshRequest);
  if (isRefusal(request)) return refusalAnswer(desk.options.envelope, request);
  const tokens = await rotate(desk.pool, request.refreshToken, desk.options, desk.now());
  return valueAnswer(desk, 200, tokens);
}

async function moveFunds(
  desk: Desk,
  call: Call,
  method: "POST" | "PUT",
  cardId: string,
  bearer: Bearer,
): Promise<Answer> {
  const { pool, options, now } = desk;
  const needsApplication = options.applicationId === "required" && method === "POST";
  if (needsApplication && (call.headers["x-application-id"] ?? "") === "") {
    return refusalAnswer(options.envelope, refuse("7000", "x-application-id is required"));
  }
  const json = readJson(call);
  const order = isRefusal(json) ? json : parseFundsBody(method, json.value);
  if (isRefusal(order)) return refusalAnswer(options.envelope, order);
  const apply: FaultContext["apply"] = async () => {
    const outcome = await applyFunds(pool, cardId, order, options.duplicateReference, now);
    return { moved: !isRefusal(outcome), answer: valueAnswer(desk, options.fundsStatus, outcome) };
  };
  const sentinel = findSentinel(order.reference, order.units);
  if (sentinel === undefined) return (await apply()).answer;
  return carryOut(sentinel.fault, {
    ...faultSetting(desk),
    apply,
    endToken: () => tripOnce(pool, bearer, cardId, order.reference),
    isFirst: () => isFirstOf(pool, cardId, order.reference),
  });
}

async function showMonth(
  desk: Desk,
  call: Call,
  cardId: string,
  month: string,
  year: string,
): Promise<Answer> {
  const { pool, options } = desk;
  const address = parseMonth(month, year);
  if (isRefusal(address)) return refusalAnswer(options.envelope, address);
  const page = parsePage(call.query, options.feedPageLimit);
  if (isRefusal(page)) return refusalAnswer(options.envelope, page);
  const read = async (): Promise<Answer> => {
    const feed = await readFeed(pool, cardId, address, page, options);
    return isRefusal(feed)
      ? refusalAnswer(options.envelope, feed)
      : dataTextAnswer(options.envelope, 200, feed);
  };
  const sentinel = FEED_SENTINELS.find((entry) => entry.month === address.month);
  if (address.year !== FEED_SENTINEL_YEAR || sentinel === undefined) return read();
  return carryOut(sentinel.fault, {
    ...faultSetting(desk),
    apply: async () => ({ moved: false, answer: await read() }),
    endToken: async () => false,
    isFirst: async () => false,
  });
}

function faultSetting(desk: Desk): Pick<FaultContext, "envelope" | "fundsStatus" | "pause"> {
  const { envelope, fundsStatus, slowAnswerMs } = desk.options;
  const pause = () => pauseFor(slowAnswerMs, undefined, { signal: desk.closing });
  return { envelope, fundsStatus, pause };
}

function valueAnswer(
  { options }: Desk,
  status: number,
  value: Record<string, unknown> | Refusal,
): Answer {
  if (!isRefusal(value)) return dataAnswer(options.envelope, status, value);
  const isOverdraft = value.refused === "7303";
  return refusalAnswer(
    options.envelope,
    value,
    isOverdraft ? options.insufficientFundsStatus : undefined,
  );
}

/** DOC (environments): JSON bodies are sent as application/json. Anything else is refused with 7000. */
function readJson(call: Call): { readonly value: unknown } | Refusal {
  if (!/^application\/json\s*(?:;|$)/i.test(call.headers["content-type"] ?? "")) {
    return refuse("7000", "Content-Type must be application/json");
  }
  try {
    return { value: parseJson(call.body) };
  } catch (error) {
    // RangeError: nested so deep that the parser ran out of stack. Neither is a fault of ours.
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return refuse("7000", "the body is not JSON");
    }
    throw error;
  }
}

function readBody<T extends object>(call: Call, shape: z.ZodType<T>): T | Refusal {
  const json = readJson(call);
  if (isRefusal(json)) return json;
  const parsed = shape.safeParse(json.value);
  return parsed.success ? parsed.data : refuse("7000");
}
