import { randomUUID } from "node:crypto";

import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";

import { refusalOf } from "@/app/_security/admission";
import {
  askedPath,
  contentSecurityPolicy,
  makeNonce,
  securityHeaders,
} from "@/app/_security/headers";
import { refuse, refuseForNow } from "@/app/_security/refuse";
import { paths } from "@/lib/paths";
import { placeIn, writeAccess } from "@/lib/server/access-log";
import { clientAddress, isPassedOn } from "@/lib/server/address";
import { recordRefusedRequest } from "@/lib/server/auth/denials";
import { desk } from "@/lib/server/desk";
import { deskEnv } from "@/lib/server/env";
import { addressKey, spendRate } from "@/lib/server/rates";
import { PATH_HEADER, REQUEST_HEADER } from "@/lib/server/request-headers";

// Set by the bundler, not by whoever runs the desk.
// oxlint-disable-next-line node/no-process-env
const isDevelopment = process.env.NODE_ENV === "development";

/**
 * The door: turns away what no page of ours would send and whoever asks too often, and gives each
 * answer its security headers and its nonce; Next reads the nonce from the request's policy and puts
 * it on its own tags. Who may see what is not decided here: every page, action and handler asks for
 * itself.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const policy = contentSecurityPolicy(makeNonce(), isDevelopment);
  const requestId = randomUUID();
  const response = (await turnAway(request, requestId)) ?? letIn(request, policy, requestId);
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders(deskEnv().publicUrl))) {
    response.headers.set(name, value);
  }
  return response;
}

const WATCHED: ReadonlySet<string> = new Set([paths.healthLive(), paths.healthReady()]);

async function turnAway(request: NextRequest, requestId: string): Promise<NextResponse | null> {
  // It came in by this door before.
  if (isPassedOn(request.headers)) return null;
  const env = deskEnv();
  const why = refusalOf(request, env.publicUrl);
  const address = clientAddress(request.headers, desk().trustedProxies);
  const isTurnedAway = (outcome: string) => {
    const origin = { address, userAgent: null, requestId };
    const place = placeIn(request.nextUrl.pathname);
    writeAccess({ kind: "door", ...place, actor: null, origin }, outcome, null);
    void recordRefusedRequest(desk(), origin, outcome, place.door);
  };
  if (why !== null) {
    isTurnedAway(why);
    return refuse(request, why, env);
  }
  // Whoever watches over the desk asks often, and must get an answer while the database is away.
  if (request.method !== "POST" && WATCHED.has(request.nextUrl.pathname)) return null;
  const spent = await spendRate(desk(), addressKey(address), desk().rates.perAddressPerMinute);
  if (spent === null) return null;
  isTurnedAway("too-many");
  return refuseForNow(request, spent.retryAfterMs, env);
}

function letIn(request: NextRequest, policy: string, requestId: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(PATH_HEADER, askedPath(request.nextUrl));
  headers.set(REQUEST_HEADER, requestId);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  // Hashed files need none of it, and half a millisecond each would add up. Nothing else is left out: an
  // action can be posted to any address that Next does not know as a file.
  matcher: ["/((?!_next/static/).*)"],
};
