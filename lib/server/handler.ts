import "server-only";

import type { NextRequest } from "next/server";

import type { Failure } from "@/lib/domain/failure";
import type { Permission } from "@/lib/domain/operator";

import { logged, placeIn } from "./access-log";
import { refusalOf } from "./action";
import { currentOrigin, currentStanding } from "./auth/current-actor";
import { recordDenial } from "./auth/denials";
import { spendPersonRate } from "./auth/person-rate";
import { desk } from "./desk";
import type { Actor } from "./desk";

/** The HTTP status that says as much of a failure as a status can. */
const STATUS_OF: Readonly<Record<Failure["kind"], number>> = {
  "signed-out": 401,
  locked: 423,
  incomplete: 403,
  "step-up": 403,
  "too-many": 429,
  denied: 403,
  invalid: 400,
  "not-found": 404,
  "id-reused": 409,
  "reference-taken": 409,
  similar: 409,
  "line-stopped": 503,
  "wrong-status": 409,
  "not-reversible": 409,
  "reversal-too-large": 409,
  "may-have-arrived": 409,
  "movement-claimed": 409,
  "issuer-refused": 502,
  "issuer-unavailable": 503,
};

/**
 * A GET handler around a read: finds out who asks and hands over; the read decides who may, and parses
 * the address. What a page asks for by itself is no sign that its person is there.
 */
export function handler<Context>(
  read: (actor: Actor, request: NextRequest, context: Context) => Promise<Response>,
): (request: NextRequest, context: Context) => Promise<Response> {
  return async (request, context) => {
    const standing = await currentStanding();
    const access = {
      kind: "handler",
      ...placeIn(request.nextUrl.pathname),
      actor: standing.kind === "nobody" ? null : standing.actor,
      origin: await currentOrigin(),
    } as const;
    const answer = async () => {
      if (standing.kind !== "active") return refuse(refusalOf(standing));
      const spent = await spendPersonRate(standing.actor);
      if (spent !== null) return refuseForNow(spent.retryAfterMs);
      const response = await read(standing.actor, request, context);
      const permission = denied.get(response);
      if (permission !== undefined) {
        await recordDenial(desk(), standing.actor, permission, access);
      }
      return response;
    };
    return logged(access, answer, ({ status }) => (status < 400 ? "ok" : String(status)));
  };
}

/** Which right an answer was refused for. The journal has it; the answer does not say it. */
const denied = new WeakMap<Response, Permission>();

/** The answer of a handler that cannot give what was asked for: the kind of failure and no more. */
export function refuse(failure: Refusable): Response {
  const response = answerJson({ failure: failure.kind }, STATUS_OF[failure.kind]);
  if (failure.kind === "denied") denied.set(response, failure.permission);
  return response;
}

/** Of any other failure than a denial the kind will do. */
type Refusable =
  | Extract<Failure, { kind: "denied" }>
  | { readonly kind: Exclude<Failure["kind"], "denied"> };

function refuseForNow(retryAfterMs: number): Response {
  const response = refuse({ kind: "too-many" });
  response.headers.set("Retry-After", String(Math.max(1, Math.ceil(retryAfterMs / 1_000))));
  return response;
}

/** JSON that no cache keeps. */
export function answerJson(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
