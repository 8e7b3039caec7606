import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

import { SessionId } from "@/lib/domain/ids";

import type { Desk } from "../desk";
import { log } from "../log";
import { Email } from "../operators/operator-row";
import { PASSWORD_MAX, fitsPassword } from "./password";

/** The longest that a session lives, however busy it is. */
export const SESSION_MAX_AGE_S = 12 * 60 * 60;

const Credentials = z.object({ email: Email, password: z.string().min(1).max(PASSWORD_MAX) });

/**
 * Opens a session for whoever knows this password. Null for a wrong password, an unknown address and
 * a disabled operator alike: the answer and its time are the same for all three.
 */
export async function signIn(desk: Desk, input: unknown): Promise<SessionId | null> {
  const credentials = Credentials.safeParse(input);
  if (!credentials.success) return null;
  const { email, password } = credentials.data;
  const operator = await desk.db
    .selectFrom("operators")
    .select(["id", "password_hash", "disabled_at"])
    .where("email", "=", email)
    .executeTakeFirst();
  const fits = await fitsPassword(operator?.password_hash ?? null, password);
  if (operator === undefined || !fits || operator.disabled_at !== null) {
    log.warn({ operator: operator?.id ?? null }, "sign-in refused");
    return null;
  }
  const id = SessionId.parse(randomUUID());
  const now = desk.now();
  await desk.db
    .insertInto("sessions")
    .values({
      id,
      operator_id: operator.id,
      created_at: now,
      expires_at: new Date(now.getTime() + SESSION_MAX_AGE_S * 1000),
      ended_at: null,
    })
    .execute();
  log.info({ operator: operator.id }, "signed in");
  return id;
}
