import "server-only";

import type { Transaction } from "kysely";

import type { SessionEnd } from "@/lib/domain/access";
import { OperatorId } from "@/lib/domain/ids";
import type { SessionId } from "@/lib/domain/ids";

import type { Schema } from "../db/schema";
import { appendAccessEvent } from "../journal/append";
import type { Author } from "../journal/append";

/** How sessions come to their end, and by whom. */
export interface Ending {
  readonly at: Date;
  readonly author: Author;
  readonly how: SessionEnd;
}

/** Which of the open sessions; all of them where nothing is said. */
export interface Which {
  readonly sessionId?: SessionId;
  readonly operatorId?: OperatorId;
  readonly except?: SessionId;
}

/** What signs somebody out at the provider is of no use to a session that has ended. */
const NO_ID_TOKEN = { id_token_key_id: null, id_token_sealed: null } as const;

/**
 * Ends sessions for good, forgets their tokens for the issuer and the provider's, and writes each end down, in the
 * caller's transaction. Says how many there were.
 */
export async function endSessionsIn(
  tx: Transaction<Schema>,
  { at, author, how }: Ending,
  { sessionId, operatorId, except }: Which,
): Promise<number> {
  let ending = tx
    .updateTable("sessions")
    .set({ ended_at: at, ended_how: how, ended_by_name: nameOf(author), ...NO_ID_TOKEN })
    .where("ended_at", "is", null)
    .where("expires_at", ">", at);
  if (sessionId !== undefined) ending = ending.where("id", "=", sessionId);
  if (operatorId !== undefined) ending = ending.where("operator_id", "=", operatorId);
  if (except !== undefined) ending = ending.where("id", "!=", except);
  const ended = await ending.returning(["id", "operator_id"]).execute();
  if (ended.length === 0) return 0;
  const ids = ended.map(({ id }) => id);
  await tx.deleteFrom("issuer_tokens").where("session_id", "in", ids).execute();
  for (const { operator_id } of ended) {
    const event = { kind: "session.ended", how } as const;
    const aboutOperatorId = OperatorId.parse(operator_id);
    await appendAccessEvent(tx, at, author, event, { aboutOperatorId });
  }
  return ended.length;
}

function nameOf(author: Author): string | null {
  return author.kind === "person" ? author.actor.operator.name : null;
}
