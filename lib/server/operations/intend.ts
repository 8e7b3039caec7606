import "server-only";

import pg from "pg";

import type { Failure } from "@/lib/domain/failure";
import type { FundsCall } from "@/lib/domain/funds-call";
import { OperationId } from "@/lib/domain/ids";
import type { CardId } from "@/lib/domain/ids";
import { HOLDING_STATUSES } from "@/lib/domain/journal";
import type { OperationRequest } from "@/lib/domain/operation";

import type { Actor, Desk } from "../desk";
import { appendEvent } from "../journal/append";

export interface Intent {
  readonly operationId: OperationId;
  readonly cardId: CardId;
  readonly request: OperationRequest;
  readonly fingerprint: string;
  readonly balanceSeen: string | null;
}

type ReferenceTaken = Extract<Failure, { kind: "reference-taken" }>;

const UNIQUE_VIOLATION = "23505";

/**
 * Makes the intent durable, before a byte is sent: the operation and its first event in one commit.
 * Gives "recorded" to exactly one caller per id and "exists" to every other. Throws when the
 * database cannot be written: what cannot be journaled is not sent.
 */
export async function recordIntent(
  desk: Desk,
  actor: Actor,
  intent: Intent,
  call: FundsCall,
): Promise<"recorded" | "exists" | ReferenceTaken> {
  for (let attempt = 1; attempt <= INSERT_ATTEMPTS; attempt += 1) {
    const inserted = await insertIntent(desk, actor, intent, call);
    if (inserted !== "reference-held") return inserted;
    const taken = await referenceTaken(desk, intent);
    if (taken !== null) return taken;
    // Whoever held the reference was refused in between and gave it back: it is free now.
  }
  throw new Error("The reference was held and given back again and again.");
}

const INSERT_ATTEMPTS = 5;

async function insertIntent(
  desk: Desk,
  actor: Actor,
  intent: Intent,
  call: FundsCall,
): Promise<"recorded" | "exists" | "reference-held"> {
  try {
    return await desk.db.transaction().execute(async (tx) => {
      const inserted = await tx
        .insertInto("operations")
        .values(rowOf(desk, actor, intent))
        .onConflict((conflict) => conflict.column("id").doNothing())
        .returning("id")
        .executeTakeFirst();
      if (inserted === undefined) return "exists";
      const author = { kind: "person", actor } as const;
      await appendEvent(tx, desk.now(), author, intent, {
        kind: "operation.intended",
        request: call,
        balanceSeen: intent.balanceSeen,
      });
      return "recorded";
    });
  } catch (error) {
    if (!isReferenceHeld(error)) throw error;
    return "reference-held";
  }
}

function rowOf(desk: Desk, actor: Actor, { operationId, cardId, request, fingerprint }: Intent) {
  const { mode, direction, amount, reference, ...details } = request;
  const now = desk.now();
  return {
    id: operationId,
    card_id: cardId,
    mode,
    direction,
    amount_units: amount.units,
    currency: amount.currency,
    reference,
    details: JSON.stringify(details),
    reason_code: request.mode === "adjustment" ? request.reasonCode : null,
    fingerprint,
    operator_id: actor.operator.id,
    operator_name: actor.operator.name,
    status: "intended" as const,
    created_at: now,
    send_deadline: sendDeadline(desk),
    outcome_at: null,
    movement_id: null,
  };
}

/**
 * When a sender that starts now is surely gone: two attempts, and between them a wait for somebody
 * else's token renewal (20 s) and one of its own (16 s); issuer/tokens.ts.
 */
export function sendDeadline(desk: Desk): Date {
  return new Date(desk.now().getTime() + desk.issuer.timeoutMs * 2 + 40_000);
}

function isReferenceHeld(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === UNIQUE_VIOLATION &&
    error.constraint === "operations_reference_held"
  );
}

async function referenceTaken(
  desk: Desk,
  intent: Intent,
): Promise<"exists" | ReferenceTaken | null> {
  const owner = await desk.db
    .selectFrom("operations")
    .select("id")
    .where("card_id", "=", intent.cardId)
    .where("reference", "=", intent.request.reference)
    .where("status", "in", HOLDING_STATUSES)
    .executeTakeFirst();
  if (owner === undefined) return null;
  // Two inserts of one id at the same moment may meet on this index before they meet on the key.
  if (owner.id === intent.operationId) return "exists";
  return {
    kind: "reference-taken",
    operationId: OperationId.parse(owner.id),
  };
}
