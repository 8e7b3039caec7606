import "server-only";

import { createHash } from "node:crypto";

import { z } from "zod";

import type { FieldProblem, Failure } from "@/lib/domain/failure";
import { fundsCall } from "@/lib/domain/funds-call";
import { CardId, OperationId } from "@/lib/domain/ids";
import type { OperationEvent, OperationStatus } from "@/lib/domain/journal";
import { Direction, fingerprintText, operationSchema } from "@/lib/domain/operation";
import { may, permissionToMove } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { sendFunds } from "../issuer/funds";
import type { FundsOutcome } from "../issuer/funds";
import { tokenFor } from "../issuer/tokens";
import { recordIntent, sendDeadline } from "./intend";
import { recordEvent } from "./record";

/** What the browser sends: its own id for the intent, the card, and the form as typed. */
const Envelope = z.object({
  operationId: OperationId,
  cardId: CardId,
  balanceSeen: z
    .string()
    .regex(/^-?\d{1,15}(?:\.\d{1,4})?$/)
    .nullable(),
  form: z.unknown(),
});

export interface Submitted {
  readonly operationId: OperationId;
  readonly status: OperationStatus;
}

/**
 * Asks the issuer to add or withdraw funds: journals the intent, sends it once, journals the answer.
 *
 * The same id with the same payload is the same operation, however often it comes (a double click, a
 * second tab, a resend): nothing is sent again and its present status is given. The same id with
 * another payload is refused with `id-reused`, a reference that is held on the card with
 * `reference-taken`. Where the issuer cannot be reached for a token nothing is journaled and nothing
 * sent. An outcome, `unknown` included, is a success of this verb.
 */
export async function submitOperation(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Submitted, Failure>> {
  // Whoever may move nothing is told so, and not what is wrong with the form.
  if (!Direction.options.some((one) => may(actor.operator, permissionToMove(one)))) {
    return fail({ kind: "denied", permission: "operation.add-funds" });
  }
  const envelope = Envelope.safeParse(input);
  if (!envelope.success) return fail({ kind: "invalid", fields: problemsOf(envelope.error) });
  const { operationId, cardId, balanceSeen, form } = envelope.data;
  const parsed = operationSchema(desk.reasons.map((reason) => reason.code)).safeParse(form);
  if (!parsed.success) return fail({ kind: "invalid", fields: problemsOf(parsed.error) });
  const request = parsed.data;
  const permission = permissionToMove(request.direction);
  if (!may(actor.operator, permission)) return fail({ kind: "denied", permission });

  const fingerprint = createHash("sha256").update(fingerprintText(cardId, request)).digest("hex");
  const intent = { operationId, cardId, request, fingerprint, balanceSeen };
  const earlier = await findEarlier(desk, actor, intent);
  if (earlier !== null) return earlier;

  const token = await tokenFor(desk, actor.sessionId);
  if (!token.ok) return token;

  const call = fundsCall(cardId, request);
  const recorded = await recordIntent(desk, actor, intent, call);
  if (recorded === "exists") {
    const winner = await findEarlier(desk, actor, intent);
    if (winner === null) throw new Error("An operation that exists must be found.");
    return winner;
  }
  if (recorded !== "recorded") return fail(recorded);

  const outcome = await sendFunds(desk, actor, call, token.value, () =>
    isStillOurs(desk, operationId),
  );
  const author = { kind: "person", actor } as const;
  const status = await recordEvent(desk, author, { operationId, cardId }, eventOf(outcome));
  return ok({ operationId, status });
}

/** Whether the operation still waits for its sender, who then gets the time for another attempt. */
async function isStillOurs(desk: Desk, operationId: OperationId): Promise<boolean> {
  const held = await desk.db
    .updateTable("operations")
    .set({ send_deadline: sendDeadline(desk) })
    .where("id", "=", operationId)
    .where("status", "=", "intended")
    .returning("id")
    .executeTakeFirst();
  return held !== undefined;
}

/** The operation that this id already names, when it is this same intent; `id-reused` when not. */
async function findEarlier(
  desk: Desk,
  actor: Actor,
  intent: { operationId: OperationId; fingerprint: string },
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

function eventOf(outcome: FundsOutcome): OperationEvent {
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

function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.join("."), problem: issue.message }));
}
