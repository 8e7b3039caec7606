import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";

import { tooLarge } from "@/app/_security/body-limit";
import {
  PATH_HEADER,
  askedPath,
  contentSecurityPolicy,
  makeNonce,
  securityHeaders,
} from "@/app/_security/headers";
import { deskEnv } from "@/lib/server/env";

// Set by the bundler, not by whoever runs the desk.
// oxlint-disable-next-line node/no-process-env
const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Gives each answer its security headers and its nonce; Next reads the nonce from the request's
 * policy and puts it on its own tags. Who may see what is not decided here: every page, action and
 * handler asks for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(makeNonce(), isDevelopment);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(PATH_HEADER, askedPath(request.nextUrl));
  const { timeZone, publicUrl } = deskEnv();
  const response = tooLarge(request, timeZone) ?? NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders(publicUrl))) {
    response.headers.set(name, value);
  }
  return response;
}

export const config = {
  // Hashed files and icons need none of it, and half a millisecond each would add up.
  matcher: ["/((?!_next/static|_next/image|icon(?:-sandbox)?\\.svg$|favicon\\.ico$).*)"],
};
