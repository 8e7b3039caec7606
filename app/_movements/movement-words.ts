import { SCALE, toDecimal } from "@/lib/domain/money";
import { matchesFilter } from "@/lib/domain/movement";
import type { Movement, MovementFilter } from "@/lib/domain/movement";
import { formatDate } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";

/** The types for which there are words: documented ones and those that the sandbox adds. */
const TYPES = [
  "posPurchase",
  "ecommercePurchase",
  "balanceTransfertoUser",
  "topUp",
  "withdrawal",
  "refund",
  "adjustment",
] as const;

/** The states of a movement (concepts/payment-lifecycle, CardTransfersStatus). */
const STATUSES = [
  "created",
  "in_progress",
  "approved",
  "denied",
  "liquidated",
  "reversed",
] as const;

/** What a movement is, in words; a type that we do not know as it came. */
export function typeInWords({ t }: Pick<Reader, "t">, type: string | null): string | null {
  const known = TYPES.find((one) => one === type);
  return known === undefined ? type : t(`movements.types.${known}`);
}

/** A movement's state in words; one that we do not know as it came. */
export function statusInWords({ t }: Pick<Reader, "t">, status: string | null): string | null {
  const known = STATUSES.find((one) => one === status);
  return known === undefined ? status : t(`movements.statuses.${known}`);
}

/** From here on an amount is written with a comma: 1,000.00. */
const GROUPED_UNITS = 1_000n * 10n ** BigInt(SCALE);

/**
 * The filter for one reader: the movements that pass, in the same order. What the screen shows beside
 * the feed's own fields can be searched too; those words are made once per movement, because making
 * them for 100,000 at each key press would be felt.
 */
export function makeFilter(reader: Reader) {
  const { locale, timeZone } = reader;
  // By the list and not by the movement: the collector is slow at 100,000 weak keys.
  const words = new WeakMap<readonly Movement[], (readonly string[])[]>();
  const typeOf = remember((type: string) => typeInWords(reader, type) ?? "");
  const statusOf = remember((status: string) => statusInWords(reader, status) ?? "");
  const dayOf = remember((instant: string) => formatDate(locale, timeZone, instant));
  const wordsOf = ({ type, status, amount, at }: Movement): readonly string[] => {
    const decimal = toDecimal(amount);
    const made = [decimal];
    if (amount.units >= GROUPED_UNITS) made.push(grouped(decimal));
    if (type !== null) made.push(typeOf(type));
    if (status !== null) made.push(statusOf(status));
    if (at !== null) made.push(dayOf(quarterOf(at)));
    return made;
  };
  return (movements: readonly Movement[], filter: MovementFilter): readonly Movement[] => {
    const hasText = filter.text.trim() !== "";
    if (!hasText && filter.flow === "all") return movements;
    if (!hasText) return movements.filter((movement) => matchesFilter(movement, filter));
    const made = words.get(movements) ?? movements.map(wordsOf);
    words.set(movements, made);
    return movements.filter((movement, index) => matchesFilter(movement, filter, made[index]));
  };
}

/** 1234.50 as both languages of the desk write it, 1,234.50: `Intl` would take a second for them all. */
function grouped(decimal: string): string {
  const [integer = "", fraction] = decimal.split(".");
  const groups = integer.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** The quarter of an hour in which an instant lies: a day begins at one of them in every zone. */
function quarterOf(at: string): string {
  const quarter = Math.floor(Number(at.slice(14, 16)) / 15) * 15;
  return `${at.slice(0, 13)}:${String(quarter).padStart(2, "0")}Z`;
}

/** Finding a word costs far more than finding it again, and few of them stand in many rows. */
function remember(find: (key: string) => string): (key: string) => string {
  const found = new Map<string, string>();
  return (key) => {
    const word = found.get(key) ?? find(key);
    found.set(key, word);
    return word;
  };
}
