import "server-only";

import { randomUUID } from "node:crypto";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";

import { paths } from "@/lib/paths";

import { clientAddress } from "../address";
import { desk } from "../desk";
import type { Actor, Origin } from "../desk";
import { PATH_HEADER, REQUEST_HEADER } from "../request-headers";
import { letPageThrough } from "./person-rate";
import { sessionCookieName, ticketIn } from "./session-cookie";
import { touchSession } from "./touch-session";
import { standingOf } from "./standing";
import type { Standing } from "./standing";

/** Where this request comes from. Its id is one for the whole request. */
export const currentOrigin = cache(async (): Promise<Origin> => {
  const list = await headers();
  return {
    address: clientAddress(list, desk().trustedProxies),
    userAgent: list.get("user-agent")?.slice(0, USER_AGENT_MAX) ?? null,
    requestId: list.get(REQUEST_HEADER) ?? randomUUID(),
  };
});

/** How whoever makes this request stands with the desk. Looked up once per request. */
export const currentStanding = cache(async (): Promise<Standing> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  const ticket = await ticketIn(token);
  return ticket === null ? { kind: "nobody" } : standingOf(desk(), ticket, await currentOrigin());
});

/** Who makes this request; null for nobody, and for whoever may not work just now. */
export async function currentActor(): Promise<Actor | null> {
  const standing = await currentStanding();
  return standing.kind === "active" ? standing.actor : null;
}

/**
 * Who makes this request, for a page. Sends nobody to the sign-in page, whoever is locked out to the
 * lock, whose account is not complete to its completion; and from there back here.
 */
export async function requireActor(): Promise<Actor> {
  const standing = await currentStanding();
  const list = await headers();
  if (standing.kind === "active") {
    await letPageThrough(standing.actor);
    // To open a page by its address is a sign of the person; what a page fetches by itself is none.
    if (list.get("sec-fetch-dest") === "document") {
      await touchSession(desk(), standing.actor.sessionId);
    }
    return standing.actor;
  }
  const path = list.get(PATH_HEADER) ?? undefined;
  if (standing.kind === "locked") redirect(paths.locked(path));
  if (standing.kind === "incomplete") redirect(paths.setUp(path));
  redirect(paths.signIn(path));
}

/** Longer ones are nobody's browser. */
const USER_AGENT_MAX = 300;
