import type { Client } from "pg";

import { formatUnits } from "./amount";
import { startDraw } from "./draw";
import type { SandboxOptions } from "./options";
import { seedMonths } from "./seed-calendar";
import { type SeedCard, seedCards } from "./seed-cards";
import { KINDS, type KindName } from "./seed-kinds";
import { cardHistory, type CardHistory, type SeedMovement } from "./seed-movements";
import { seedTransfers } from "./seed-transfers";

const SEED = 52_820_900;
const SMALL_DIVISOR = 100;
const ROWS_PER_INSERT = 10_000;

/**
 * The whole past as values, card by card: ids, names, amounts and texts are always the same, moments
 * follow `now`. `small` divides the long months by a hundred.
 */
export function* seedHistories(size: SandboxOptions["seed"], now: Date): Generator<CardHistory> {
  const months = seedMonths(now);
  const cards = seedCards(startDraw(SEED)).map((card) => (size === "full" ? card : shorten(card)));
  const transfers = seedTransfers(cards, months);
  for (const [index, card] of cards.entries()) {
    const sides = transfers.filter((side) => side.card === card.id);
    yield cardHistory(card, index, months, sides, now);
  }
}

function shorten(card: SeedCard): SeedCard {
  if (typeof card.life !== "object") return card;
  return { ...card, life: { rowsLastMonth: card.life.rowsLastMonth / SMALL_DIVISOR } };
}

/** Fills the empty tables, many rows to a statement. Runs in the caller's transaction. */
export async function seedLedger(
  client: Client,
  size: SandboxOptions["seed"],
  now: Date,
): Promise<void> {
  const cards: Totals[] = [];
  // A card at a time, so that the process does not stay as large as the longest history made it.
  for (const { card, opening, balance, movements } of seedHistories(size, now)) {
    cards.push({ card, opening, balance });
    for (let from = 0; from < movements.length; from += ROWS_PER_INSERT) {
      await insertMovements(client, card.id, movements.slice(from, from + ROWS_PER_INSERT));
    }
  }
  await insertCards(client, cards);
}

type Totals = Omit<CardHistory, "movements">;

async function insertCards(client: Client, totals: readonly Totals[]): Promise<void> {
  const column = (value: (total: Totals) => string): string[] => totals.map(value);
  await client.query(
    `INSERT INTO sandbox.card (id, holder, masked_pan, status, currency, opening, balance)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[],
                          $6::numeric[], $7::numeric[])`,
    [
      column(({ card }) => String(card.id)),
      column(({ card }) => card.holder),
      column(({ card }) => card.maskedPan),
      column(({ card }) => card.status),
      column(({ card }) => card.currency),
      column(({ opening }) => formatUnits(opening)),
      column(({ balance }) => formatUnits(balance)),
    ],
  );
}

const KIND_NAMES = Object.keys(KINDS);
const KIND_VALUES = Object.values(KINDS);
const KIND_NUMBERS = new Map(KIND_NAMES.map((name, index) => [name, String(index + 1)]));

function kindNumber(name: KindName): string {
  return KIND_NUMBERS.get(name) ?? "";
}

async function insertMovements(
  client: Client,
  cardId: bigint,
  movements: readonly SeedMovement[],
): Promise<void> {
  // Numbers travel as one joined text per column: far cheaper to write than an array of strings.
  const joined = (value: (movement: SeedMovement) => string): string =>
    `{${movements.map(value).join(",")}}`;
  await client.query(
    `INSERT INTO sandbox.transfer
       (id, card_id, at, type, channel, movement_type, model, status, amount,
        reference, description, observations)
     SELECT id, $2::bigint, timestamptz 'epoch' + at_ms * interval '1 millisecond',
            ($9::text[])[kind], ($10::text[])[kind], ($11::text[])[kind], ($12::text[])[kind],
            ($13::text[])[kind], amount, reference, description, observations
       FROM unnest($1::bigint[], $3::bigint[], $4::smallint[], $5::numeric[],
                   $6::text[], $7::text[], $8::text[])
         AS seeded (id, at_ms, kind, amount, reference, description, observations)`,
    [
      joined((movement) => String(movement.id)),
      String(cardId),
      joined((movement) => String(movement.atMs)),
      joined((movement) => kindNumber(movement.kind)),
      joined((movement) => formatUnits(movement.units)),
      movements.map((movement) => movement.reference),
      movements.map((movement) => movement.description),
      movements.map((movement) => movement.observations),
      KIND_VALUES.map(({ type }) => type),
      KIND_VALUES.map(({ channel }) => channel),
      KIND_VALUES.map(({ movementType }) => movementType),
      KIND_VALUES.map(({ model }) => model),
      KIND_VALUES.map(({ status }) => status),
    ],
  );
}
