import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { changedMeanwhile, decide } from "./decide";
import type { Decided } from "./decide";
import { proposalOf, readProposalAnswer } from "./proposal";

/**
 * A supervisor says that the proposed movement is not the operation, and why: it is not proposed
 * again, and the search goes on at once. Fails with `wrong-status` when another movement, or none, is
 * proposed by now.
 */
export async function rejectProposal(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Decided, Failure>> {
  const answer = readProposalAnswer(actor, input);
  if (!answer.ok) return answer;
  const { operationId, movementId, reason } = answer.value;
  return decide(desk, actor, operationId, (row) =>
    proposalOf(row)?.movementId === movementId
      ? ok({ kind: "operation.proposal-rejected", movementId, reason })
      : changedMeanwhile(row),
  );
}
