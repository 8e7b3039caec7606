import "server-only";

import { decode, encode } from "next-auth/jwt";
import { z } from "zod";

import { SessionId } from "@/lib/domain/ids";
import { ownCookie } from "@/lib/own-cookie";
import { ownPath } from "@/lib/paths";

import { deskEnv } from "../env";
import { cookieLine } from "./cookie-line";

/** For so long somebody may take to sign in at the provider. */
export const JOURNEY_S = 15 * 60;
/** Keeps it from being taken for another of our cookies. */
const SALT = "prove";

/**
 * A way to the provider and back that is to prove a session, not to open one: which session, since
 * when, and where to go afterwards.
 */
const Journey = z.object({
  sid: SessionId,
  atMs: z.number(),
  back: z.string().transform((path) => ownPath(path)),
});
export type Journey = z.infer<typeof Journey>;

function cookieName(): string {
  return ownCookie("desk-prove", deskEnv().publicUrl);
}

/** The Set-Cookie line that makes what comes back from the provider a proof. */
export async function journeyLine(journey: Journey): Promise<string> {
  const { secret } = deskEnv();
  const token = { ...journey };
  const value = await encode({ token, secret, salt: SALT, maxAge: JOURNEY_S });
  return cookieLine(cookieName(), value, JOURNEY_S);
}

/** The line that takes it away again. */
export function noJourneyLine(): string {
  return cookieLine(cookieName(), "", 0);
}

/** What the cookie says; null where there is none of ours. */
export async function journeyIn(
  cookies: Readonly<Record<string, string>>,
): Promise<Journey | null> {
  const token = cookies[cookieName()];
  if (token === undefined) return null;
  try {
    const parsed = Journey.safeParse(await decode({ token, secret: deskEnv().secret, salt: SALT }));
    return parsed.success ? parsed.data : null;
  } catch {
    // The library throws for what is not ours or has expired.
    return null;
  }
}
