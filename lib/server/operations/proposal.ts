import "server-only";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import { Proposal } from "@/lib/domain/journal";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor } from "../desk";
import { requireReason } from "./decide";
import type { OperationRow } from "./find-operation";

/** What a supervisor says of a proposal: which operation, which movement was on the screen, and why. */
export interface ProposalAnswer {
  readonly operationId: OperationId;
  readonly movementId: string;
  readonly reason: string;
}

const Input = z.object({
  operationId: OperationId,
  movementId: z.string().min(1).max(500),
  reason: z.string().max(10_000),
});

/** Who may answer a proposal, and the answer parsed. Both answers begin with it. */
export function readProposalAnswer(actor: Actor, input: unknown): Result<ProposalAnswer, Failure> {
  if (!may(actor.operator, "operation.settle")) {
    return fail({ kind: "denied", permission: "operation.settle" });
  }
  const parsed = Input.safeParse(input);
  if (!parsed.success) return fail({ kind: "not-found", what: "operation" });
  const reason = requireReason(parsed.data.reason);
  return reason.ok ? ok({ ...parsed.data, reason: reason.value }) : reason;
}

/**
 * The movement that waits for an answer; null when none does. A proposal may wait on an operation
 * that was proven absent too: the last look before sending it again can find something.
 */
export function proposalOf(row: Pick<OperationRow, "status" | "proposal">): Proposal | null {
  if (row.status !== "unknown" && row.status !== "not-applied") return null;
  return Proposal.safeParse(row.proposal).data ?? null;
}
