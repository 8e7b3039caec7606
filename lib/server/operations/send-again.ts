import "server-only";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { OperationId } from "@/lib/domain/ids";
import { Direction } from "@/lib/domain/operation";
import { may, permissionToMove } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { carryOut, findEarlier, lacksProof } from "./carry-out";
import type { Submitted } from "./carry-out";
import { changedMeanwhile } from "./decide";
import { findOperation } from "./find-operation";
import type { OperationRow } from "./find-operation";
import { fingerprintOf } from "./fingerprint";
import type { Guard, Intent } from "./intend";
import { findIn, seek } from "./look";
import type { Seen } from "./look";
import { proposalOf } from "./proposal";
import { rebuildRequest } from "./rebuild-request";
import { isMovementClaimed, recordEvent } from "./record";
import { reversalGuard } from "./reversal-guard";

/** The new operation's own id, and the operation that it sends again. */
const Input = z.object({ operationId: OperationId, resends: OperationId });

/**
 * Sends again what was not applied: a new operation with the same payload and the same reference,
 * linked to the old one. Before anything is sent the issuer's feed is read once more: what was found
 * is written down and nothing is sent (`wrong-status`), nor is it while something in the feed may
 * still be the old operation (`may-have-arrived`). The same id again is the same operation; sent
 * again already by another fails with `reference-taken`, which names it.
 */
export async function sendAgain(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<Submitted, Failure>> {
  if (!Direction.options.some((one) => may(actor.operator, permissionToMove(one)))) {
    return fail({ kind: "denied", permission: "operation.add-funds" });
  }
  const parsed = Input.safeParse(input);
  if (!parsed.success) return fail({ kind: "not-found", what: "operation" });
  const { operationId, resends } = parsed.data;
  const old = await findOperation(desk, actor, resends);
  if (old === null) return fail({ kind: "not-found", what: "operation" });
  const permission = permissionToMove(old.direction);
  if (!may(actor.operator, permission)) return fail({ kind: "denied", permission });

  const intent = await intentOf(desk, operationId, old);
  const earlier = await findEarlier(desk, actor, intent);
  if (earlier !== null) return earlier;
  if (old.status !== "not-applied") return changedMeanwhile(old);
  const lacking = lacksProof(desk, actor, intent.request);
  if (lacking !== null) return fail(lacking);
  if (isTooSoon(desk, old)) return mayHaveArrived(old.id);
  const seen = await seek(desk, actor, old);
  if (!seen.ok) return seen;
  // Asked after the look: whoever moved money under this reference had it on record before.
  const holder = await findHolder(desk, old);
  if (holder === null) {
    const absence = await recordLook(desk, actor, old, seen.value);
    if (!absence.ok) return absence;
  } else if (holder !== operationId) {
    return fail({ kind: "reference-taken", operationId: holder });
  }
  return carryOut(desk, actor, intent, resendGuard(intent, old));
}

async function intentOf(desk: Desk, operationId: OperationId, old: OperationRow): Promise<Intent> {
  const request = await rebuildRequest(desk, old);
  // What takes an operation back still takes it back when it is sent again.
  const reverses = old.reverses === null ? null : OperationId.parse(old.reverses);
  const origin = { resends: old.id, reverses };
  return {
    operationId,
    cardId: old.card_id,
    request,
    fingerprint: fingerprintOf(old.card_id, request, origin),
    balanceSeen: null,
    goOnReason: null,
    ...origin,
  };
}

/**
 * A supervisor's word that it did not arrive may be quicker than the issuer: what was sent a moment
 * ago may still land after that word.
 */
function isTooSoon(desk: Desk, { unknown_since: since }: OperationRow): boolean {
  const { now, settling, sendAgainAfterMs } = desk;
  // Proof of absence has waited for its whole window.
  const leastMs = Math.min(settling.absenceWindowMs, sendAgainAfterMs);
  return since !== null && now().getTime() - since.getTime() < leastMs;
}

/** The operation that has the reference now: a movement under it may be that one's. */
async function findHolder({ db }: Desk, old: OperationRow): Promise<OperationId | null> {
  const holder = await db
    .selectFrom("operations")
    .select("id")
    .where("card_id", "=", old.card_id)
    .where("reference", "=", old.reference)
    // By status: one that came late after all is applied, and its reference had been given back.
    .where("status", "in", ["intended", "applied", "unknown"])
    .executeTakeFirst();
  return holder === undefined ? null : OperationId.parse(holder.id);
}

/** The journal keeps the last look. Ok when there is nothing in the feed that may be it. */
async function recordLook(
  desk: Desk,
  actor: Actor,
  old: OperationRow,
  seen: Seen,
): Promise<Result<null, Failure>> {
  const { looked } = seen;
  const find = findIn(seen, old);
  try {
    const event = find ?? ({ kind: "operation.checked", ...looked } as const);
    const subject = { operationId: old.id, cardId: old.card_id };
    const status = await recordEvent(desk, { kind: "person", actor }, subject, event);
    if (status !== "not-applied") return changedMeanwhile({ ...old, status });
  } catch (error) {
    if (!isMovementClaimed(error)) throw error;
    return fail({ kind: "movement-claimed" });
  }
  if (seen.search.kind !== "none" || looked.pending > 0) return mayHaveArrived(old.id);
  // A row that cannot be read may be it, unless a supervisor knows better: otherwise it would stand
  // in the way for ever.
  const isBlind = looked.unreadable > 0 && !(await wasSettledByHand(desk, old.id));
  return isBlind ? mayHaveArrived(old.id) : ok(null);
}

async function wasSettledByHand({ db }: Desk, operationId: OperationId): Promise<boolean> {
  const found = await db
    .selectFrom("journal")
    .select("seq")
    .where("operation_id", "=", operationId)
    .where("kind", "=", "operation.settled-by-hand")
    .executeTakeFirst();
  return found !== undefined;
}

/** What must still be so when the new intent is written; the old row is locked until then. */
function resendGuard(intent: Intent, { id }: OperationRow): Guard {
  return async (tx) => {
    const old = await tx
      .selectFrom("operations")
      .select(["status", "proposal"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const { status } = old;
    if (status !== "not-applied") return { kind: "wrong-status", operationId: id, status };
    if (proposalOf(old) !== null) return mayHaveArrived(id).failure;
    const resent = await tx
      .selectFrom("operations")
      .select("id")
      .where("resends", "=", id)
      .where("status", "in", ["intended", "applied", "unknown"])
      // This very intent, sent twice at the same moment, must not stand in its own way.
      .where("id", "!=", intent.operationId)
      .executeTakeFirst();
    if (resent !== undefined) {
      return { kind: "reference-taken", operationId: OperationId.parse(resent.id) };
    }
    return intent.reverses === null ? null : reversalGuard(intent, intent.reverses)(tx);
  };
}

function mayHaveArrived(operationId: OperationId) {
  return fail({ kind: "may-have-arrived", operationId } as const);
}
