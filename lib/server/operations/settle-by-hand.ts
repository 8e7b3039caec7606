import "server-only";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";
import { containsCardNumber } from "@/lib/domain/text";

import { proofMissing } from "../auth/step-up";
import type { Actor, Desk } from "../desk";
import { changedMeanwhile, decide, requireReason } from "./decide";
import type { Decided } from "./decide";

const Common = z.object({ operationId: OperationId, reason: z.string().max(10_000) });

/** A movement belongs to what was applied, and to nothing else. */
const Input = z.discriminatedUnion("outcome", [
  Common.extend({
    outcome: z.literal("applied"),
    movementId: z.string().trim().max(10_000).nullable().default(null),
  }),
  Common.extend({ outcome: z.literal("not-applied") }),
]);

/** The issuer's ids are short numbers; nothing much longer is one. */
const MOVEMENT_ID_MAX = 64;

/**
 * A supervisor says what became of an unknown operation, and why, where the issuer's feed cannot say
 * it: applied, perhaps by a movement that then belongs to it, or not applied, and then its reference
 * is free and it may be sent again. Fails with `wrong-status` for an operation that is not unknown,
 * and with `movement-claimed` when another operation has the movement. It takes a fresh proof of who
 * says so (`step-up`).
 */
export async function settleByHand(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Decided, Failure>> {
  if (!may(actor.operator, "operation.settle")) {
    return fail({ kind: "denied", permission: "operation.settle" });
  }
  const parsed = Input.safeParse(input);
  if (!parsed.success) return fail({ kind: "invalid", fields: problemsOf(parsed.error) });
  const reason = requireReason(parsed.data.reason);
  if (!reason.ok) return reason;
  const { operationId, outcome } = parsed.data;
  const movementId = readMovementId(outcome === "applied" ? parsed.data.movementId : null);
  if (!movementId.ok) return movementId;
  const lacking = proofMissing(desk, actor);
  if (lacking !== null) return fail(lacking);
  return decide(desk, actor, operationId, (row) =>
    row.status === "unknown"
      ? ok({
          kind: "operation.settled-by-hand",
          outcome,
          reason: reason.value,
          movementId: movementId.value,
        })
      : changedMeanwhile(row),
  );
}

function readMovementId(typed: string | null): Result<string | null, Failure> {
  if (typed === null || typed === "") return ok(null);
  if (containsCardNumber(typed)) return invalidMovement("text.card-number");
  return typed.length > MOVEMENT_ID_MAX ? invalidMovement("text.long") : ok(typed);
}

function invalidMovement(problem: "text.card-number" | "text.long") {
  return fail({ kind: "invalid", fields: [{ path: "movementId", problem }] } as const);
}

function problemsOf(error: z.ZodError) {
  return error.issues.map((issue) => ({
    path: issue.path.join("."),
    problem: issue.path[0] === "outcome" ? "outcome.empty" : issue.message,
  }));
}
