import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";

import { LOCALE_COOKIE, negotiateLocale } from "@/lib/i18n/locale";
import { makeTranslator } from "@/lib/i18n/translator";

/** Many times what the largest form of the desk takes. */
export const BODY_MAX_BYTES = 256 * 1024;

/**
 * The answer to a body that is too large, in the reader's words; null for any other. What does not
 * say its size is cut off by the server's own limit, which has no words.
 */
export function tooLarge(request: NextRequest, timeZone: string): NextResponse | null {
  const size = Number(request.headers.get("content-length") ?? 0);
  if (size <= BODY_MAX_BYTES) return null;
  const chosen = request.cookies.get(LOCALE_COOKIE)?.value;
  const locale = negotiateLocale(chosen, request.headers.get("accept-language"));
  return new NextResponse(makeTranslator(locale, timeZone)("errors.bodyTooLarge"), {
    status: 413,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
