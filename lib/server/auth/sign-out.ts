import "server-only";

import type { Actor, Desk } from "../desk";
import { endSessionsIn } from "./end-sessions-in";

/**
 * Ends one's own session, drops its issuer tokens and writes it down, all of it or nothing. Throws when
 * the database is away: whoever reads "signed out" must be.
 */
export async function signOut(desk: Desk, actor: Actor): Promise<void> {
  const author = { kind: "person", actor } as const;
  const ending = { at: desk.now(), author, how: "signed-out" } as const;
  await desk.db
    .transaction()
    .execute((tx) => endSessionsIn(tx, ending, { sessionId: actor.sessionId }));
}
