import "server-only";

import { sql } from "kysely";
import type { RawBuilder, Transaction } from "kysely";
import pg from "pg";

import type { Failure } from "@/lib/domain/failure";
import type { FundsCall } from "@/lib/domain/funds-call";
import { OperationId } from "@/lib/domain/ids";
import type { CardId } from "@/lib/domain/ids";
import type { OperationRequest } from "@/lib/domain/operation";

import type { Database } from "../db/connect";
import type { Schema } from "../db/schema";
import type { Actor, Desk } from "../desk";
import { entryOf, insertEntryFrom } from "../journal/append";
import { lineFailure } from "../line/read-line";
import { leaseEnd } from "./lease";
import { findSimilar, similarTo } from "./similar";

export interface Intent {
  readonly operationId: OperationId;
  readonly cardId: CardId;
  readonly request: OperationRequest;
  readonly fingerprint: string;
  readonly balanceSeen: string | null;
  /** Why it is sent although a similar one was; null where none was. */
  readonly goOnReason: string | null;
  /** The operation, proven absent, that it sends again. */
  readonly resends: OperationId | null;
  /** The applied operation that it takes back. */
  readonly reverses: OperationId | null;
}

/** What the operation that an intent builds on must still be like, looked at under its lock. */
export type Guard = (tx: Transaction<Schema>) => Promise<Failure | null>;

/** Why an intent was not recorded, as far as one look can tell. */
type Obstacle = "exists" | "reference-held" | "nothing-in-the-way" | Failure;

const UNIQUE_VIOLATION = "23505";
const INSERT_ATTEMPTS = 5;

/**
 * Makes the intent durable, before a byte is sent: the operation and its first event in one commit.
 * Gives "recorded" to exactly one caller per id and "exists" to every other; a failure where the
 * line is stopped, the reference is taken, something similar was sent or the guard objects. Throws when the database cannot be
 * written: what cannot be journaled is not sent.
 */
export async function recordIntent(
  desk: Desk,
  actor: Actor,
  intent: Intent,
  call: FundsCall,
  guard: Guard | null = null,
): Promise<"recorded" | "exists" | Failure> {
  for (let attempt = 1; attempt <= INSERT_ATTEMPTS; attempt += 1) {
    const inserted = await insertOrConflict(desk, actor, intent, call, guard);
    if (inserted === "nothing-in-the-way") continue;
    if (inserted !== "reference-held") return inserted;
    const taken = await referenceTaken(desk, intent);
    if (taken !== null) return taken;
    // Whoever held the reference was refused in between and gave it back: it is free now.
  }
  throw new Error("Something was in the way and out of it again and again.");
}

async function insertOrConflict(
  desk: Desk,
  actor: Actor,
  intent: Intent,
  call: FundsCall,
  guard: Guard | null,
): Promise<"recorded" | Obstacle> {
  const insert = (db: Database) => insertIntent(db, desk, actor, intent, call);
  try {
    if (guard === null) return (await insert(desk.db)) ? "recorded" : await whyNot(desk, intent);
    const inserted = await desk.db
      .transaction()
      .execute(async (tx) => (await guard(tx)) ?? (await insert(tx)));
    if (typeof inserted !== "boolean") return inserted;
    return inserted ? "recorded" : await whyNot(desk, intent);
  } catch (error) {
    if (!isReferenceHeld(error)) throw error;
    return "reference-held";
  }
}

/** One statement, and so one round trip and one commit; false when nothing was inserted. */
async function insertIntent(
  db: Database,
  desk: Desk,
  actor: Actor,
  intent: Intent,
  call: FundsCall,
): Promise<boolean> {
  const { operationId, cardId, request, balanceSeen, goOnReason, resends, reverses } = intent;
  const { mode, direction, amount, reference, ...details } = request;
  const now = desk.now();
  const entry = entryOf(now, { kind: "person", actor }, intent, {
    kind: "operation.intended",
    request: call,
    balanceSeen,
    goOnReason,
    resends,
    reverses,
  });
  const reasonCode = request.mode === "adjustment" ? request.reasonCode : null;
  const { numAffectedRows } = await sql`
    with intent as (
      insert into operations
        (id, card_id, mode, direction, amount_units, currency, reference, details, reason_code,
         fingerprint, operator_id, operator_name, status, created_at, lease_until, resends, reverses)
      select ${operationId}::uuid, ${cardId}, ${mode}, ${direction}, ${amount.units}::bigint,
             ${amount.currency}, ${reference}, ${JSON.stringify(details)}::jsonb, ${reasonCode},
             ${intent.fingerprint}, ${actor.operator.id}::uuid, ${actor.operator.name}, 'intended',
             ${now}::timestamptz, ${leaseEnd(desk)}, ${resends}::uuid, ${reverses}::uuid
        from sending_line where id = 1 and stopped_at is null 
         and ${referenceFree(intent)} and ${nothingSimilar(desk, intent)}
      on conflict (id) do nothing
      returning id, card_id)
    ${insertEntryFrom("intent", entry)}`.execute(db);
  return numAffectedRows === 1n;
}

/**
 * That no operation on the card has had this reference, unless it was refused. What was proven absent
 * has it, too: it may arrive after all, so only sending it again, which looks first, may use it.
 */
function referenceFree({ resends, operationId, cardId, request }: Intent): RawBuilder<unknown> {
  if (resends !== null) return sql`true`;
  return sql`not exists (
    select from operations
     where card_id = ${cardId} and reference = ${request.reference}
       and status <> 'refused' and id <> ${operationId})`;
}

/**
 * That no similar operation was sent a short while ago, unless somebody said why this is another, or
 * it builds on an operation that its sender has before them.
 */
function nothingSimilar(desk: Desk, intent: Intent): RawBuilder<unknown> {
  const { goOnReason, resends, reverses } = intent;
  if (goOnReason !== null || resends !== null || reverses !== null) return sql`true`;
  const similar = similarTo(desk, { ...intent, ...intent.request });
  return similar === null ? sql`true` : sql`not exists (${similar.select("id")})`;
}

/**
 * Why an insert without a conflict inserted nothing: the id is there already, the line is stopped, or
 * a similar operation is in the way.
 */
async function whyNot(desk: Desk, intent: Intent): Promise<Obstacle> {
  const { operationId } = intent;
  const earlier = await desk.db
    .selectFrom("operations")
    .select("id")
    .where("id", "=", operationId)
    .executeTakeFirst();
  if (earlier !== undefined) return "exists";
  const stopped = await lineFailure(desk);
  if (stopped !== null) return stopped;
  const taken = intent.resends === null ? await referenceTaken(desk, intent) : null;
  if (taken !== null) return taken;
  const { newest } = await findSimilar(desk, { ...intent, ...intent.request });
  // What was in the way a moment ago is no more: nothing was sent, and it may be tried again.
  if (newest.length === 0) return "nothing-in-the-way";
  return { kind: "similar", operationIds: newest.map(({ id }) => id) };
}

function isReferenceHeld(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === UNIQUE_VIOLATION &&
    error.constraint === "operations_reference_held"
  );
}

async function referenceTaken(desk: Desk, intent: Intent): Promise<"exists" | Failure | null> {
  const owner = await desk.db
    .selectFrom("operations")
    .select("id")
    .where("card_id", "=", intent.cardId)
    .where("reference", "=", intent.request.reference)
    .where("status", "!=", "refused")
    .where("id", "is distinct from", intent.resends)
    .orderBy("holds_reference", "desc")
    .executeTakeFirst();
  if (owner === undefined) return null;
  // Two inserts of one id at the same moment may meet on this index before they meet on the key.
  if (owner.id === intent.operationId) return "exists";
  return { kind: "reference-taken", operationId: OperationId.parse(owner.id) };
}
