import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";

import { refusalOf } from "@/app/_security/admission";
import {
  PATH_HEADER,
  askedPath,
  contentSecurityPolicy,
  makeNonce,
  securityHeaders,
} from "@/app/_security/headers";
import { refuse } from "@/app/_security/refuse";
import { deskEnv } from "@/lib/server/env";

// Set by the bundler, not by whoever runs the desk.
// oxlint-disable-next-line node/no-process-env
const isDevelopment = process.env.NODE_ENV === "development";

/**
 * The door: turns away what no page of ours would send, and gives each answer its security headers
 * and its nonce; Next reads the nonce from the request's policy and puts it on its own tags. Who may
 * see what is not decided here: every page, action and handler asks for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(makeNonce(), isDevelopment);
  const response = turnAway(request) ?? letIn(request, policy);
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders(deskEnv().publicUrl))) {
    response.headers.set(name, value);
  }
  return response;
}

function turnAway(request: NextRequest): NextResponse | null {
  const why = refusalOf(request, deskEnv().publicUrl);
  return why === null ? null : refuse(request, why, deskEnv());
}

function letIn(request: NextRequest, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(PATH_HEADER, askedPath(request.nextUrl));
  return NextResponse.next({ request: { headers } });
}

export const config = {
  // Hashed files and icons need none of it, and half a millisecond each would add up.
  matcher: ["/((?!_next/static|icon(?:-sandbox)?\\.svg$).*)"],
};
