import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { changedMeanwhile, decide } from "./decide";
import type { Decided } from "./decide";
import { proposalOf, readProposalAnswer } from "./proposal";

/**
 * A supervisor says that the proposed movement is the operation, and why: it is applied, and the
 * movement is its own. Fails with `wrong-status` when another movement, or none, is proposed by now,
 * and with `movement-claimed` when another operation has it.
 */
export async function confirmProposal(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Decided, Failure>> {
  const answer = readProposalAnswer(actor, input);
  if (!answer.ok) return answer;
  const { operationId, movementId, reason } = answer.value;
  return decide(desk, actor, operationId, (row) => {
    const proposal = proposalOf(row);
    if (proposal?.movementId !== movementId) return changedMeanwhile(row);
    const { movementAt } = proposal;
    return ok({ kind: "operation.settled", movementId, movementAt, how: "proposal", reason });
  });
}
