import "server-only";

import { sessionCookieOptions } from "./session-cookie";

/** A Set-Cookie line for a short-lived cookie of ours; with no time left it takes the cookie away. */
export function cookieLine(name: string, value: string, maxAgeS: number): string {
  const { secure } = sessionCookieOptions();
  const parts = [`${name}=${value}`, "Path=/", `Max-Age=${maxAgeS}`, "HttpOnly", "SameSite=Lax"];
  return [...parts, ...(secure ? ["Secure"] : [])].join("; ");
}
