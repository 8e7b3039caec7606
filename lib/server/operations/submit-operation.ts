import "server-only";

import { z } from "zod";

import type { FieldProblem, Failure } from "@/lib/domain/failure";
import { CardId, OperationId } from "@/lib/domain/ids";
import { readNote } from "@/lib/domain/note";
import { Direction, operationSchema } from "@/lib/domain/operation";
import { may, permissionToMove } from "@/lib/domain/operator";
import { asProblem } from "@/lib/domain/problem";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { carryOut } from "./carry-out";
import type { Submitted } from "./carry-out";
import { fingerprintOf } from "./fingerprint";
import { reversalGuard } from "./reversal-guard";

/** What the browser sends: its own id for the intent, the card, and the form as typed. */
const Envelope = z.object({
  operationId: OperationId,
  cardId: CardId,
  /** As long as amounts can be; no digits that might be a card's number. */
  balanceSeen: z
    .string()
    .regex(/^-?\d{1,12}(?:\.\d{1,4})?$/)
    .nullable(),
  form: z.unknown(),
  /** Why it is sent although a similar one was. */
  goOnReason: z.string().max(10_000).nullable().default(null),
  /** The applied operation that it takes back. */
  reverses: z.nullable(OperationId).default(null),
});

/**
 * Asks the issuer to add or withdraw funds: journals the intent, sends it once, journals the answer.
 *
 * The same id with the same payload is the same operation, however often it comes (a double click, a
 * second tab, a resend): nothing is sent again and its present status is given. The same id with
 * another payload is refused with `id-reused`, a reference that is held on the card with
 * `reference-taken`, and one that is like another of the last hours with `similar`, unless it comes
 * with a reason to go on. Where the issuer cannot be reached for a token nothing is journaled and
 * nothing sent. An outcome, `unknown` included, is a success of this verb.
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
  const schema = operationSchema(desk.reasons.map((reason) => reason.code));
  const parsed = schema.safeParse(envelope.data.form);
  if (!parsed.success) return fail({ kind: "invalid", fields: problemsOf(parsed.error) });
  const request = parsed.data;
  const permission = permissionToMove(request.direction);
  if (!may(actor.operator, permission)) return fail({ kind: "denied", permission });

  const { operationId, cardId, balanceSeen, reverses } = envelope.data;
  if (reverses !== null && !may(actor.operator, "operation.reverse")) {
    return fail({ kind: "denied", permission: "operation.reverse" });
  }
  const goOnReason = readReason(envelope.data.goOnReason);
  if (!goOnReason.ok) return goOnReason;
  const intent = {
    operationId,
    cardId,
    request,
    fingerprint: fingerprintOf(cardId, request, { reverses }),
    balanceSeen,
    goOnReason: goOnReason.value,
    resends: null,
    reverses,
  };
  const guard = reverses === null ? null : reversalGuard(intent, reverses);
  return carryOut(desk, actor, intent, guard);
}

function readReason(typed: string | null): Result<string | null, Failure> {
  if (typed === null || typed.trim() === "") return ok(null);
  const reason = readNote(typed);
  if (reason.ok) return reason;
  return fail({ kind: "invalid", fields: [{ path: "goOnReason", problem: reason.failure }] });
}

function problemsOf(error: z.core.$ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({
    path: issue.path.join("."),
    // A forged or broken call ends in words as well, and not in a validator's own.
    problem: asProblem(issue.message) ?? "form.unreadable",
  }));
}
