import "server-only";

import { decode, encode } from "next-auth/jwt";

import type { SessionId } from "@/lib/domain/ids";

import type { Actor, Desk } from "../desk";
import type { Ticket } from "./standing";

/** Keeps what is handed over from being taken for a cookie. */
const SALT = "renewal";
/** Longer than the browser tries to fetch it; after that the person proves it once more. */
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
 * What the session's cookie is to say after a proof, and for how long it is good: until the session's
 * own end, never longer. Null when it was handed over to another session, or is no longer the newest.
 */
export async function takeOver(
  desk: Desk,
  actor: Actor,
  handedOver: string,
): Promise<{ readonly ticket: Ticket; readonly leftMs: number } | null> {
  const generation = await generationIn(desk, actor, handedOver);
  if (generation === null) return null;
  const { sessionId } = actor;
  const row = await desk.db
    .selectFrom("sessions")
    .select("expires_at")
    .where("id", "=", sessionId)
    .where("generation", "=", generation)
    .executeTakeFirst();
  if (row === undefined) return null;
  const leftMs = row.expires_at.getTime() - desk.now().getTime();
  return { ticket: { sessionId, generation }, leftMs };
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
