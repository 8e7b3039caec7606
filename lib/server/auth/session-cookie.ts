import "server-only";

import { decode, encode } from "next-auth/jwt";

import { SessionId } from "@/lib/domain/ids";
import { ownCookie } from "@/lib/own-cookie";

import { deskEnv } from "../env";
import type { Ticket } from "./standing";

/** A session's cookie counts up from here with each proof of who holds it (standing.ts). */
export const FIRST_GENERATION = 0;

/** Behind TLS the `__Host-` prefix ties the cookie to this host, this path and to TLS. */
export function sessionCookieName(): string {
  return ownCookie("desk-session", deskEnv().publicUrl);
}

/** Scripts cannot read it, and no foreign page can send it with more than a link. */
export function sessionCookieOptions() {
  const secure = deskEnv().publicUrl.startsWith("https:");
  return { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
}

/** What a cookie of ours says; null for whatever is none, or has expired. */
export async function ticketIn(token: string | undefined): Promise<Ticket | null> {
  if (token === undefined) return null;
  try {
    const claims = await decode({ token, secret: deskEnv().secret });
    const sessionId = SessionId.safeParse(claims?.["sid"]);
    const generation = claims?.["gen"];
    return sessionId.success && typeof generation === "number"
      ? { sessionId: sessionId.data, generation }
      : null;
  } catch {
    // The library throws for whatever is no cookie of ours or has expired: nobody is signed in.
    return null;
  }
}

/** The cookie for a ticket, encrypted as next-auth does it. */
export function tokenOf({ sessionId, generation }: Ticket, maxAgeMs: number): Promise<string> {
  const { secret } = deskEnv();
  const token = { sid: sessionId, gen: generation };
  return encode({ token, secret, maxAge: Math.max(1, Math.floor(maxAgeMs / 1_000)) });
}
