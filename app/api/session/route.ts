import { cookies } from "next/headers";

import { takeOver } from "@/lib/server/auth/renewal";
import { readSessionClock } from "@/lib/server/auth/session-clock";
import { sessionCookieName, sessionCookieOptions, tokenOf } from "@/lib/server/auth/session-cookie";
import { desk } from "@/lib/server/desk";
import { answerJson, handler, refuse } from "@/lib/server/handler";
import { RENEWAL_HEADER } from "@/lib/renewal-header";

/**
 * What is left of one's session. With what a proof has handed over, the cookie that counts from then
 * on; a page of another origin cannot send that header.
 */
export const GET = handler(async (actor, request) => {
  const handedOver = request.headers.get(RENEWAL_HEADER);
  if (handedOver !== null) {
    const taken = await takeOver(desk(), actor, handedOver);
    if (taken === null) return refuse({ kind: "invalid" });
    const { ticket, leftMs } = taken;
    const options = { ...sessionCookieOptions(), maxAge: Math.floor(leftMs / 1_000) };
    (await cookies()).set(sessionCookieName(), await tokenOf(ticket, leftMs), options);
  }
  return answerJson(await readSessionClock(desk(), actor));
});
