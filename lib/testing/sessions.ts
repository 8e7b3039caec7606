import type { SessionId } from "@/lib/domain/ids";
import { endSessionsIn } from "@/lib/server/auth/end-sessions-in";
import type { Desk } from "@/lib/server/desk";

/** Ends a session as signing out does, without anybody who asks for it. */
export async function endSession(desk: Desk, sessionId: SessionId): Promise<void> {
  const ending = { at: desk.now(), author: { kind: "desk" }, how: "signed-out" } as const;
  await desk.db.transaction().execute((tx) => endSessionsIn(tx, ending, { sessionId }));
}
