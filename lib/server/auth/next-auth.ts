import "server-only";

import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";

import { SessionId } from "@/lib/domain/ids";
import { paths } from "@/lib/paths";

import { desk } from "../desk";
import type { Origin } from "../desk";
import { deskEnv } from "../env";
import { log } from "../log";
import { FIRST_GENERATION, sessionCookieName } from "./session-cookie";
import { endSession } from "./sessions";
import { signIn } from "./sign-in";

function isSecure(): boolean {
  return deskEnv().publicUrl.startsWith("https:");
}

/**
 * next-auth carries one thing: the session's id, in an encrypted cookie. Who that is, which role
 * they have and which issuer token they use is looked up on the server with every request.
 *
 * `onFailure` is called when the desk itself failed at a sign-in (its database is away): next-auth
 * answers 401 to that as it does to a wrong password.
 */
export function authOptions(origin: Origin, onFailure: () => void): NextAuthOptions {
  return {
    secret: deskEnv().secret,
    session: { strategy: "jwt", maxAge: deskEnv().people.sessionRules.maxAgeMs / 1000 },
    pages: { signIn: paths.signIn(), error: paths.signIn() },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() },
      },
    },
    providers: [
      credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(typed) {
          try {
            const opened = await signIn(desk(), origin, typed);
            return opened.ok ? { id: opened.value } : null;
          } catch (error) {
            log.error(
              { reason: error instanceof Error ? error.message : "unknown" },
              "sign-in failed",
            );
            onFailure();
            // next-auth puts the words of an error into the address that it sends to the browser.
            throw new Error("Unavailable");
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user === undefined
          ? { sid: token["sid"], gen: token["gen"] }
          : { sid: user.id, gen: FIRST_GENERATION },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const sessionId = SessionId.safeParse(token["sid"]);
        if (sessionId.success) await endSession(desk(), sessionId.data, "signed-out");
      },
    },
  };
}
