import type { Pool, PoolClient } from "pg";

import { jsonNumber, stringifyJson } from "@/lib/wire/json";

import { formatUnits, MAX_UNITS, parseUnits, wireDigits } from "./amount";
import { type Refusal, refuse } from "./catalogue";
import { inTransaction } from "./database";
import type { SandboxOptions } from "./options";
import { type Kind, KINDS } from "./seed-kinds";

/** A funds operation whose form was checked; whether the card allows it is checked here. */
export interface FundsOrder {
  readonly operation: "ADD_FUNDS" | "WITHDRAW_FUNDS";
  readonly units: bigint;
  readonly reference: string;
  readonly currency: string | undefined;
  readonly channel: string | undefined;
  readonly description: string | undefined;
  readonly observations: string | undefined;
  readonly customKeys: Record<string, unknown> | undefined;
}

interface CardRow {
  readonly id: string;
  readonly holder: string;
  readonly masked_pan: string;
  readonly status: string;
  readonly currency: string;
  readonly balance: string;
}

/** ASSUMED (no page shows it): the `data` of `GET /cards/{cardId}`. */
export async function readCard(
  pool: Pool,
  cardId: string,
): Promise<Record<string, unknown> | Refusal> {
  const { rows } = await pool.query<CardRow>("SELECT * FROM sandbox.card WHERE id = $1", [cardId]);
  const card = rows[0];
  if (card === undefined) return refuse("7200");
  return {
    cardId: jsonNumber(card.id),
    maskedPan: card.masked_pan,
    holder: card.holder,
    status: card.status,
    currency: card.currency,
    balance: jsonNumber(wireDigits(storedUnits(card.balance), card.currency)),
  };
}

/**
 * Moves money: the card's row is locked, so its operations happen one after another, and balance and
 * movement are one transaction. Returns the receipt (ASSUMED shape), or why nothing moved: 7200, 7213,
 * 7000 (currency), 7006, 7303.
 */
export async function applyFunds(
  pool: Pool,
  cardId: string,
  order: FundsOrder,
  duplicates: SandboxOptions["duplicateReference"],
  now: () => Date,
): Promise<Record<string, unknown> | Refusal> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<CardRow>(
      "SELECT * FROM sandbox.card WHERE id = $1 FOR UPDATE",
      [cardId],
    );
    const card = rows[0];
    if (card === undefined) return refuse("7200");
    if (order.currency !== undefined && order.currency !== card.currency) {
      return refuse("7000", `currency must be ${card.currency}`);
    }
    const earlier = duplicates === "accept" ? undefined : await findEarlier(client, card, order);
    if (earlier !== undefined) {
      return duplicates === "replay" && isSame(earlier, order)
        ? receipt(card, order, earlier)
        : refuse("7006");
    }
    if (card.status !== "ACTIVE") return refuse("7213");
    const change = order.operation === "ADD_FUNDS" ? order.units : -order.units;
    const balance = storedUnits(card.balance) + change;
    if (balance < 0n) return refuse("7303");
    if (balance > MAX_UNITS) return refuse("7000", "the balance would be too large");
    return receipt(card, order, await record(client, card, order, balance, now()));
  });
}

interface Recorded {
  readonly id: string;
  readonly at: Date;
  readonly movement_type: string;
  readonly amount: string;
  readonly balance_after: string | null;
}

async function findEarlier(
  client: PoolClient,
  card: CardRow,
  order: FundsOrder,
): Promise<Recorded | undefined> {
  const { rows } = await client.query<Recorded>(
    `SELECT id, at, movement_type, amount, balance_after FROM sandbox.transfer
      WHERE card_id = $1 AND reference = $2 ORDER BY at, id LIMIT 1`,
    [card.id, order.reference],
  );
  return rows[0];
}

/** A replay answers only the same request; another one under the same reference is a conflict. */
function isSame(earlier: Recorded, order: FundsOrder): boolean {
  return (
    earlier.balance_after !== null &&
    earlier.movement_type === kindOf(order).movementType &&
    storedUnits(earlier.amount) === order.units
  );
}

/** ASSUMED: a load shows as topUp; `withdrawal` is our word, the documented list breaks off before it. */
function kindOf(order: FundsOrder): Kind {
  return order.operation === "ADD_FUNDS" ? KINDS.topUp : KINDS.withdrawal;
}

async function record(
  client: PoolClient,
  card: CardRow,
  order: FundsOrder,
  balance: bigint,
  at: Date,
): Promise<Recorded> {
  const kind = kindOf(order);
  const after = formatUnits(balance);
  await client.query("UPDATE sandbox.card SET balance = $2 WHERE id = $1", [card.id, after]);
  const { rows } = await client.query<Recorded>(
    `INSERT INTO sandbox.transfer
       (card_id, at, type, channel, movement_type, model, status, amount, reference, description,
        observations, funds_channel, custom_keys, balance_after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     RETURNING id, at, movement_type, amount, balance_after`,
    [
      card.id,
      at,
      kind.type,
      kind.channel,
      kind.movementType,
      kind.model,
      kind.status,
      formatUnits(order.units),
      order.reference,
      order.description ?? null,
      order.observations ?? null,
      order.channel ?? null,
      order.customKeys === undefined ? null : stringifyJson(order.customKeys),
      after,
    ],
  );
  const recorded = rows[0];
  if (recorded === undefined) throw new Error("The movement was not recorded.");
  return recorded;
}

function receipt(card: CardRow, order: FundsOrder, recorded: Recorded): Record<string, unknown> {
  const balance = storedUnits(recorded.balance_after ?? card.balance);
  return {
    id: jsonNumber(recorded.id),
    cardId: jsonNumber(card.id),
    operation: order.operation,
    amount: jsonNumber(wireDigits(order.units, card.currency)),
    currency: card.currency,
    reference: order.reference,
    status: kindOf(order).status,
    balance: jsonNumber(wireDigits(balance, card.currency)),
    createdAt: recorded.at.toISOString(),
  };
}

/** A NUMERIC(20,4) as the driver gives it. */
function storedUnits(digits: string): bigint {
  const units = parseUnits(digits);
  if (units === undefined) throw new Error("The ledger holds an amount that is none.");
  return units;
}
