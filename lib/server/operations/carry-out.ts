import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { fundsCall } from "@/lib/domain/funds-call";
import type { OperationId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import type { OperationRequest } from "@/lib/domain/operation";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";
import { takesProof } from "@/lib/domain/step-up";

import { proofMissing } from "../auth/step-up";
import type { Actor, Desk } from "../desk";
import { sendFunds } from "../issuer/funds";
import type { FundsOutcome } from "../issuer/funds";
import { tokenFor } from "../issuer/tokens";
import { tripLine } from "../line/trip-line";
import { recordIntent } from "./intend";
import type { Guard, Intent } from "./intend";
import { holdLease, leaseEnd } from "./lease";
import { recordOutcome } from "./outcome";
import type { Outcome } from "./outcome";

export interface Submitted {
  readonly operationId: OperationId;
  readonly status: OperationStatus;
}

/**
 * The one path on which money is asked for: journals the intent, sends it once, journals the answer.
 * The same id with the same payload is the same operation, and its present status is given. Where the
 * issuer cannot be reached for a token nothing is journaled and nothing sent. An outcome, `unknown`
 * included, is a success. `guard` is asked within the intent's transaction. A large amount takes a
 * fresh proof of who sends it (`step-up`).
 */
export async function carryOut(
  desk: Desk,
  actor: Actor,
  intent: Intent,
  guard: Guard | null = null,
): Promise<Result<Submitted, Failure>> {
  const { operationId, cardId, request } = intent;
  const lacking = lacksProof(desk, actor, request);
  // What was asked for before is only answered, and that takes no proof.
  if (lacking !== null) return (await findEarlier(desk, actor, intent)) ?? fail(lacking);
  const token = await tokenFor(desk, actor.sessionId);
  // What was asked for before has its answer here, whatever the issuer is up to now.
  if (!token.ok) return (await findEarlier(desk, actor, intent)) ?? token;

  const call = fundsCall(cardId, request);
  const lease = holdLease(desk, operationId);
  try {
    const recorded = await recordIntent(desk, actor, intent, call, guard);
    if (recorded === "exists") {
      const winner = await findEarlier(desk, actor, intent);
      if (winner === null) throw new Error("An operation that exists must be found.");
      return winner;
    }
    if (recorded !== "recorded") return fail(recorded);
    const outcome = await sendFunds(desk, actor, call, token.value, {
      first: () => lease.isHeld(),
      again: async () => (await isStillOurs(desk, operationId)) && lease.isHeld(),
    });
    const author = { kind: "person", actor } as const;
    const subject = { operationId, cardId };
    const status = await recordOutcome(desk, author, subject, eventOf(outcome));
    if (status === "unknown") await tripLine(desk);
    return ok({ operationId, status });
  } finally {
    lease.end();
  }
}

/** What an operation of this amount lacks of proof; null when it may go. */
export function lacksProof(desk: Desk, actor: Actor, { amount }: Pick<OperationRequest, "amount">) {
  return takesProof(amount, desk.stepUp.amounts) ? proofMissing(desk, actor) : null;
}

/** Whether the operation still waits for its sender, who then has a new lease, and the desk sends. */
async function isStillOurs(desk: Desk, operationId: OperationId): Promise<boolean> {
  const held = await desk.db
    .updateTable("operations")
    .set({ lease_until: leaseEnd(desk) })
    .where("id", "=", operationId)
    .where("status", "=", "intended")
    .where((where) =>
      where.exists(where.selectFrom("sending_line").select("id").where("stopped_at", "is", null)),
    )
    .returning("id")
    .executeTakeFirst();
  return held !== undefined;
}

/** The operation that this id already names, when it is this same intent; `id-reused` when not. */
export async function findEarlier(
  desk: Desk,
  actor: Actor,
  intent: Pick<Intent, "operationId" | "fingerprint">,
): Promise<Result<Submitted, Failure> | null> {
  const earlier = await desk.db
    .selectFrom("operations")
    .select(["fingerprint", "operator_id", "status"])
    .where("id", "=", intent.operationId)
    .executeTakeFirst();
  if (earlier === undefined) return null;
  const isSame =
    earlier.fingerprint === intent.fingerprint && earlier.operator_id === actor.operator.id;
  if (!isSame) return fail({ kind: "id-reused", operationId: intent.operationId });
  return ok({ operationId: intent.operationId, status: earlier.status });
}

function eventOf(outcome: FundsOutcome): Outcome {
  const { verdict, answer, movementId, balanceAfter } = outcome;
  switch (verdict.status) {
    case "applied":
      return { kind: "operation.applied", answer, movementId, balanceAfter };
    case "refused":
      return { kind: "operation.refused", cause: verdict.cause, answer };
    case "unknown":
      return { kind: "operation.unknown", cause: verdict.cause, answer };
  }
}
