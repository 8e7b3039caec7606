import { type Draw, startDraw } from "./draw";
import { lateEveningOf, momentOf, type SeedMonth, WHOLE_MONTH } from "./seed-calendar";
import type { SeedCard } from "./seed-cards";
import { effectOf, type KindName, SHOPS, SITES } from "./seed-kinds";
import type { CardTransfer } from "./seed-transfers";

export interface SeedMovement {
  readonly id: bigint;
  readonly atMs: number;
  readonly kind: KindName;
  readonly units: bigint;
  readonly reference: string | null;
  readonly description: string | null;
  readonly observations: string | null;
}

export interface CardHistory {
  readonly card: SeedCard;
  readonly opening: bigint;
  readonly balance: bigint;
  readonly movements: readonly SeedMovement[];
}

interface Words {
  readonly reference?: string;
  readonly description?: string;
  readonly observations?: string;
}

/** The smallest step of each currency's prices in units, and how far an everyday price goes. */
const PRICES = {
  GTQ: { step: 100n, low: 500, high: 45_000 },
  USD: { step: 100n, low: 150, high: 9_000 },
  CLP: { step: 10_000n, low: 900, high: 60_000 },
} as const;

/** Room for a million movements per card below the ids that new operations get. */
const IDS_PER_CARD = 1_000_000n;

/** One card's past: what it opened with, its movements in order of time, and what is left. */
class History {
  readonly #rows: SeedMovement[] = [];
  readonly #firstId: bigint;
  readonly #card: SeedCard;
  readonly opening: bigint;
  readonly draw: Draw;
  balance: bigint;

  constructor(card: SeedCard, index: number) {
    this.#card = card;
    this.#firstId = BigInt(index + 1) * IDS_PER_CARD;
    this.draw = startDraw(Number(card.id) * 7919);
    this.opening = card.life === "never used" ? 0n : this.price() * 3n;
    this.balance = this.opening;
  }

  get rows(): readonly SeedMovement[] {
    return this.#rows;
  }

  price(): bigint {
    const { step, low, high } = PRICES[this.#card.currency];
    return BigInt(this.draw.whole(low, high)) * step;
  }

  add(atMs: number, kind: KindName, units: bigint, words: Words = {}): void {
    this.balance += effectOf(kind, units);
    if (this.balance < 0n) throw new RangeError("A seeded card may not go below zero.");
    this.#rows.push({
      id: this.#firstId + BigInt(this.#rows.length + 1),
      atMs,
      kind,
      units,
      reference: words.reference ?? null,
      description: words.description ?? null,
      observations: words.observations ?? null,
    });
  }

  /** A debit; a top-up goes before it where the card does not hold enough. */
  spend(atMs: number, kind: KindName, units: bigint, words: Words): void {
    if (this.balance < units) {
      const reference = `AGENCIA-${this.#card.id}-${this.#rows.length + 1}`;
      this.add(atMs, "topUp", units * 2n, { reference, description: "Recarga en agencia" });
    }
    this.add(atMs, kind, units, words);
  }
}

/** The past of one card. `transfers` are its sides of card-to-card transfers, by month name. */
export function cardHistory(
  card: SeedCard,
  index: number,
  months: readonly SeedMonth[],
  transfers: readonly CardTransfer[],
  now: Date,
): CardHistory {
  const history = new History(card, index);
  if (card.life !== "never used") {
    for (const [position, month] of months.entries()) {
      const isLastMonth = position === months.length - 2;
      if (isLastMonth && typeof card.life === "object") {
        fillLongMonth(history, month, card.life.rowsLastMonth);
      } else {
        fillMonth(history, card, month, transfers);
      }
      if (card.life === "evenings" && position < months.length - 1) {
        const atMs = lateEveningOf(month, now);
        history.spend(atMs, "pos", history.price(), { description: "Cena de fin de mes" });
      }
    }
    land(history, card, now);
  }
  return { card, opening: history.opening, balance: history.balance, movements: history.rows };
}

type Event = { readonly position: number; readonly transfer?: CardTransfer };

function fillMonth(
  history: History,
  card: SeedCard,
  month: SeedMonth,
  transfers: readonly CardTransfer[],
): void {
  const { draw } = history;
  history.add(momentOf(month, 0), "topUp", history.price() * 4n, {
    reference: `NOMINA-${month.name}-${card.id}`,
    description: "Pago de planilla",
  });
  const drawn = Array.from({ length: draw.whole(5, 14) }, (): Event => ({
    position: draw.whole(10_000, WHOLE_MONTH - 10_000),
  }));
  const sides = transfers
    .filter((transfer) => transfer.month === month.name)
    .map((transfer): Event => ({ position: transfer.position, transfer }));
  const events = [...drawn, ...sides].toSorted((a, b) => a.position - b.position);
  for (const { position, transfer } of events) {
    const atMs = momentOf(month, position);
    if (transfer === undefined) addEveryday(history, atMs);
    else addTransferSide(history, atMs, transfer);
  }
}

function addTransferSide(history: History, atMs: number, side: CardTransfer): void {
  const ending = String(side.other).slice(-4);
  if (side.direction === "in") {
    history.add(atMs, "transferIn", side.units, {
      description: `Transferencia de la tarjeta terminada en ${ending}`,
    });
  } else {
    history.spend(atMs, "transferOut", side.units, {
      description: `Transferencia a la tarjeta terminada en ${ending}`,
    });
  }
}

function addEveryday(history: History, atMs: number): void {
  const { draw } = history;
  const units = history.price();
  const shop = draw.pick(SHOPS);
  const what = draw.weighted([
    ["pos", 40],
    ["online", 24],
    ["refund", 7],
    ["reversal", 7],
    ["topUp", 9],
    ["adjustment", 8],
    ["denied", 5],
  ] as const);
  const number = history.rows.length + 1;
  switch (what) {
    case "pos":
      return history.spend(atMs, "pos", units, { description: shop });
    case "online":
      return history.spend(atMs, "online", units, { description: draw.pick(SITES) });
    case "refund":
      return history.add(atMs, "refund", units, { description: `Devolución: ${shop}` });
    case "reversal":
      history.spend(atMs, "posReversed", units, { description: shop });
      return history.add(atMs, "posReversal", units, { description: `Reversión: ${shop}` });
    case "topUp":
      return history.add(atMs, "topUp", units, {
        reference: `BANCA-${number}`,
        description: "Recarga desde banca en línea",
      });
    case "adjustment":
      return addAdjustment(history, atMs, units, number);
    case "denied":
      return history.add(atMs, "posDenied", units, { description: shop });
  }
}

/** Done at the issuer, outside of any desk: half of them do not even carry a reference. */
function addAdjustment(history: History, atMs: number, units: bigint, number: number): void {
  const words = {
    observations: "Ajuste manual por contracargo",
    ...(number % 2 === 0 ? { reference: `AJUSTE-${number}` } : {}),
  };
  if (history.draw.whole(0, 1) === 0) history.add(atMs, "adjustmentIn", units, words);
  else history.spend(atMs, "adjustmentOut", units, words);
}

/** Exactly `rows` movements, one at each step of the month. */
function fillLongMonth(history: History, month: SeedMonth, rows: number): void {
  const { draw } = history;
  for (let row = 0; row < rows; row += 1) {
    const atMs = momentOf(month, Math.floor((row * WHOLE_MONTH) / rows));
    const units = history.price();
    if (row % 8 === 0 || history.balance < units) {
      const reference = `LOTE-${month.name}-${String(row + 1).padStart(6, "0")}`;
      history.add(atMs, "topUp", units * 6n, { reference, description: "Recarga por lote" });
    } else if (row % 3 === 0) {
      history.add(atMs, "online", units, { description: draw.pick(SITES) });
    } else {
      history.add(atMs, "pos", units, { description: draw.pick(SHOPS) });
    }
  }
}

/** The last movements: one that has not settled, and what it takes to end at the card's target. */
function land(history: History, card: SeedCard, now: Date): void {
  const atMs = now.getTime();
  if (card.id % 5n === 0n && card.target !== 0n) {
    history.add(atMs, "posPending", history.price(), { description: SHOPS[0] });
  }
  if (card.target === undefined) return;
  const missing = card.target - history.balance;
  const observations = "Ajuste de saldo";
  if (missing > 0n) history.add(atMs, "adjustmentIn", missing, { observations });
  if (missing < 0n) history.add(atMs, "adjustmentOut", -missing, { observations });
}
