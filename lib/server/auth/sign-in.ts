import "server-only";

import { z } from "zod";

import type { SessionId } from "@/lib/domain/ids";

import type { Desk, Origin } from "../desk";
import { log } from "../log";
import { Email, operatorOf } from "../operators/operator-row";
import { openSession } from "./open-session";
import { PASSWORD_MAX, fitsPassword } from "./password";

const Credentials = z.object({ email: Email, password: z.string().min(1).max(PASSWORD_MAX) });

/**
 * Opens a session for whoever knows this password. Null for a wrong password, an unknown address and
 * a disabled operator alike: the answer and its time are the same for all three.
 */
export async function signIn(
  desk: Desk,
  origin: Origin,
  input: unknown,
): Promise<SessionId | null> {
  const credentials = Credentials.safeParse(input);
  if (!credentials.success) return null;
  const { email, password } = credentials.data;
  const row = await desk.db
    .selectFrom("operators")
    .select(["id", "email", "name", "role", "password_hash", "disabled_at"])
    .where("email", "=", email)
    .executeTakeFirst();
  const fits = await fitsPassword(row?.password_hash ?? null, password);
  if (row === undefined || !fits || row.disabled_at !== null) {
    log.warn({ operator: row?.id ?? null }, "sign-in refused");
    return null;
  }
  return openSession(desk, origin, { operator: operatorOf(row), method: "password" });
}
