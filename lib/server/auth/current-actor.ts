import "server-only";

import { randomUUID } from "node:crypto";

import { decode } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";

import { SessionId } from "@/lib/domain/ids";
import { paths } from "@/lib/paths";

import { desk } from "../desk";
import type { Actor } from "../desk";
import { deskEnv } from "../env";
import { sessionCookieName } from "./next-auth";
import { operatorOfSession } from "./sessions";

/** The header in which proxy.ts passes on the path that was asked for. */
export const PATH_HEADER = "x-desk-path";

/** Who makes this request; null for nobody. Looked up once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (token === undefined) return null;
  const sessionId = await sessionIdIn(token);
  if (sessionId === null) return null;
  const operator = await operatorOfSession(desk(), sessionId);
  return operator === null ? null : { operator, sessionId, requestId: randomUUID() };
});

/** Who makes this request; sends nobody to the sign-in page and, from there, back here. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor !== null) return actor;
  const path = (await headers()).get(PATH_HEADER);
  redirect(paths.signIn(path ?? undefined));
}

async function sessionIdIn(token: string): Promise<SessionId | null> {
  try {
    const claims = await decode({ token, secret: deskEnv().secret });
    const sessionId = SessionId.safeParse(claims?.["sid"]);
    return sessionId.success ? sessionId.data : null;
  } catch {
    // The library throws for whatever is no cookie of ours or has expired: nobody is signed in.
    return null;
  }
}
