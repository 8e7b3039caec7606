import "server-only";

import { cardStatusOf, lastFourOf } from "@/lib/domain/card";
import type { Card } from "@/lib/domain/card";
import { Currency } from "@/lib/domain/currency";
import type { CardId } from "@/lib/domain/ids";
import { negate, parseIssuerAmount } from "@/lib/domain/money";
import type { Money } from "@/lib/domain/money";
import type { Flow, Movement } from "@/lib/domain/movement";
import { storableText, withoutCardNumbers } from "@/lib/domain/text";
import { Card as WireCard, Transfer, TransferPage } from "@/lib/wire/issuer";

/** As long as the id of a receipt (funds.ts). */
const ID_MAX = 100;

/**
 * The issuer's card in our words; null when the answer has no such shape. A number that the issuer
 * does not mask is masked here: what comes out is stored and shown.
 */
export function cardFromWire(data: unknown, cardId: CardId): Card | null {
  const wire = WireCard.safeParse(data);
  if (!wire.success) return null;
  const { holder, maskedPan, status, currency, balance } = wire.data;
  const maskedNumber = masked(maskedPan);
  return {
    id: cardId,
    holder: masked(holder),
    maskedNumber,
    lastFour: lastFourOf(maskedNumber),
    status: cardStatusOf(status ?? null),
    issuerStatus: status ?? null,
    currency: currency ?? null,
    balance: moneyFromWire(balance, currency ?? null),
  };
}

function masked(text: string | null | undefined): string | null {
  return text == null ? null : withoutCardNumbers(text);
}

/** A card of which the issuer tells nothing: card reading is not documented, so the desk goes on. */
export function unreadableCard(cardId: CardId): Card {
  return {
    id: cardId,
    holder: null,
    maskedNumber: null,
    lastFour: null,
    status: "other",
    issuerStatus: null,
    currency: null,
    balance: null,
  };
}

/** A movement that may still have an operation of ours beside it. */
export type FeedMovement = Omit<Movement, "operationId">;

/** The feed in our words, and how many rows of it could not be read. */
export interface Feed {
  readonly movements: readonly FeedMovement[];
  readonly unreadableCount: number;
}

/** One answer of the feed in our words, and how many rows the whole month has, where it says so. */
export interface FeedPage extends Feed {
  readonly rowCount: number;
  readonly total: number | null;
}

/**
 * A month of the feed, or a page of it: a bare array or a page object. `cardCurrency` stands in where
 * a row names no currency. Rows that cannot be read are counted, never guessed. Null when it is no
 * list at all.
 */
export function feedFromWire(data: unknown, cardCurrency: string | null): FeedPage | null {
  const page = TransferPage.safeParse(data);
  if (!page.success) return null;
  const { rows, total } = page.data;
  const movements: FeedMovement[] = [];
  for (const row of rows) {
    const movement = movementFromWire(row, cardCurrency);
    if (movement !== null) movements.push(movement);
  }
  return {
    movements,
    unreadableCount: rows.length - movements.length,
    rowCount: rows.length,
    total: total === null || !/^\d{1,9}$/.test(total) ? null : Number(total),
  };
}

function movementFromWire(row: unknown, cardCurrency: string | null): FeedMovement | null {
  const wire = Transfer.safeParse(row);
  if (!wire.success) return null;
  const transfer = wire.data;
  const amount = moneyFromWire(transfer.amount, transfer.currency ?? cardCurrency);
  if (amount === null || !isFitId(transfer.id ?? null)) return null;
  return {
    id: transfer.id ?? null,
    at: instantOf(transfer.createdAt ?? null),
    type: transfer.type ?? null,
    flow: flowOf(transfer.movementType ?? null, amount.units),
    amount: amount.units < 0n ? negate(amount) : amount,
    status: transfer.status ?? null,
    reference: transfer.reference ?? null,
    text: masked(transfer.observations ?? transfer.description),
  };
}

/** An id is kept where it claims the movement: one that cannot be kept makes the row unreadable. */
function isFitId(id: string | null): boolean {
  return id === null || (id.length <= ID_MAX && id === storableText(id));
}

function moneyFromWire(digits: string | null | undefined, code: string | null): Money | null {
  const currency = Currency.safeParse(code);
  if (digits == null || !currency.success) return null;
  const amount = parseIssuerAmount(digits, currency.data);
  return amount.ok ? amount.value : null;
}

/** The direction by the issuer's word for it; by the amount's sign where there is none. */
function flowOf(movementType: string | null, units: bigint): Flow {
  if (movementType === "credit") return "in";
  return movementType === "debit" || units < 0n ? "out" : "unknown";
}

/** An instant as ISO 8601 in UTC. A time without a zone is read as UTC: the feed's zone is unknown. */
function instantOf(text: string | null): string | null {
  if (text === null) return null;
  // Without a zone the language would read a time with the zone of the machine it runs on.
  const bare = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/.exec(text);
  const ms = Date.parse(bare === null ? text : `${bare[1]}T${bare[2]}Z`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
