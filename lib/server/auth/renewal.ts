import "server-only";

import { decode, encode } from "next-auth/jwt";

import type { SessionId } from "@/lib/domain/ids";

import type { Actor, Desk } from "../desk";

/** Keeps what is handed over from being taken for a cookie. */
const SALT = "renewal";
/** As long as the cookie from before still counts (standing.ts). */
const HAND_OVER_S = 30;

/**
 * What a page fetches the session's new cookie with, after a proof. An action that set the cookie itself
 * would make Next draw the whole page anew, and read the issuer for it, while somebody has a form open.
 * It is worth something only together with the cookie from before.
 */
export function handOver(
  { secret }: Pick<Desk, "secret">,
  sessionId: SessionId,
  generation: number,
): Promise<string> {
  const token = { sid: sessionId, gen: generation };
  return encode({ token, secret, salt: SALT, maxAge: HAND_OVER_S });
}

/**
 * The value of the session's cookie after a proof, and for how many seconds it is good: until the
 * session's own end, never longer. Null when it was handed over to another session, or is no longer
 * the newest.
 */
export async function renewedCookie(
  desk: Desk,
  actor: Actor,
  handedOver: string,
): Promise<{ readonly value: string; readonly maxAge: number } | null> {
  const generation = await generationIn(desk, actor, handedOver);
  if (generation === null) return null;
  const row = await desk.db
    .selectFrom("sessions")
    .select("expires_at")
    .where("id", "=", actor.sessionId)
    .where("generation", "=", generation)
    .executeTakeFirst();
  if (row === undefined) return null;
  const maxAge = Math.floor((row.expires_at.getTime() - desk.now().getTime()) / 1_000);
  const token = { sid: actor.sessionId, gen: generation };
  return { value: await encode({ token, secret: desk.secret, maxAge }), maxAge };
}

async function generationIn(
  { secret }: Desk,
  { sessionId }: Actor,
  handedOver: string,
): Promise<number | null> {
  try {
    const claims = await decode({ token: handedOver, secret, salt: SALT });
    const generation = claims?.["gen"];
    return claims?.["sid"] === sessionId && typeof generation === "number" ? generation : null;
  } catch {
    // The library throws for what is not ours or is too old.
    return null;
  }
}
