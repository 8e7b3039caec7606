import { toDecimal } from "@/lib/domain/money";
import { matchesFilter } from "@/lib/domain/movement";
import type { Movement, MovementFilter } from "@/lib/domain/movement";
import { formatAmount, formatDate } from "@/lib/i18n/format";
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

/**
 * The filter for one reader: the movements that pass, in the same order. What the screen shows beside
 * the feed's own fields can be searched too; those words are made once per movement, because making
 * them for 100,000 at each key press would be felt.
 */
export function makeFilter(reader: Reader) {
  const words = new WeakMap<Movement, readonly string[]>();
  const days = new Map<string, string>();
  const dayOf = (at: string) => {
    const minute = at.slice(0, 16);
    const day = days.get(minute) ?? formatDate(reader.locale, reader.timeZone, at);
    days.set(minute, day);
    return day;
  };
  const wordsOf = (movement: Movement): readonly string[] => {
    const known = words.get(movement);
    if (known !== undefined) return known;
    const made = [
      typeInWords(reader, movement.type) ?? "",
      statusInWords(reader, movement.status) ?? "",
      toDecimal(movement.amount),
      formatAmount(reader.locale, movement.amount, "never"),
      movement.at === null ? "" : dayOf(movement.at),
    ];
    words.set(movement, made);
    return made;
  };
  return (movements: readonly Movement[], filter: MovementFilter): readonly Movement[] => {
    const hasText = filter.text.trim() !== "";
    if (!hasText && filter.flow === "all") return movements;
    return movements.filter((one) => matchesFilter(one, filter, hasText ? wordsOf(one) : []));
  };
}
