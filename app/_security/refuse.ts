import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";

import { localeCookie, negotiateLocale } from "@/lib/i18n/locale";
import { makeTranslator } from "@/lib/i18n/translator";
import type { DeskEnv } from "@/lib/server/env";

import { STATUS_OF_REFUSAL } from "./admission";
import type { Refusal } from "./admission";

type Env = Pick<DeskEnv, "timeZone" | "publicUrl">;

/** The answer to a request that is turned away at the door, in the reader's words. */
export function refuse(request: NextRequest, why: Refusal, env: Env): NextResponse {
  return answer(
    request,
    STATUS_OF_REFUSAL[why],
    why,
    wordsFor(request, env)(`errors.refusal.${why}`),
  );
}

/** The answer to somebody who asks too often; `retryAfterMs` is when the next request may come. */
export function refuseForNow(request: NextRequest, retryAfterMs: number, env: Env): NextResponse {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  const words = wordsFor(request, env)("errors.refusal.tooMany", { seconds });
  const response = answer(request, 429, "too-many", words);
  response.headers.set("Retry-After", String(seconds));
  return response;
}

/** A program gets the kind alone, a person a sentence. */
function answer(request: NextRequest, status: number, failure: string, words: string) {
  const headers = { "Cache-Control": "private, no-store" };
  if (request.nextUrl.pathname.startsWith("/api/")) {
    return NextResponse.json({ failure }, { status, headers });
  }
  return new NextResponse(words, {
    status,
    headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" },
  });
}

function wordsFor(request: NextRequest, { timeZone, publicUrl }: Env) {
  const chosen = request.cookies.get(localeCookie(publicUrl))?.value;
  const locale = negotiateLocale(chosen, request.headers.get("accept-language"));
  return makeTranslator(locale, timeZone);
}
