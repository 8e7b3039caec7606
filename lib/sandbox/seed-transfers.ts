import { startDraw } from "./draw";
import { type SeedMonth, WHOLE_MONTH } from "./seed-calendar";
import type { SeedCard } from "./seed-cards";

/** One card's side of a card-to-card transfer; the other card has the other side at the same moment. */
export interface CardTransfer {
  readonly card: bigint;
  readonly other: bigint;
  readonly direction: "in" | "out";
  readonly month: string;
  readonly position: number;
  readonly units: bigint;
}

const TRANSFERS_A_MONTH = 20;

/** Transfers between the ordinary GTQ cards that are active, both sides of each. */
export function seedTransfers(
  cards: readonly SeedCard[],
  months: readonly SeedMonth[],
): readonly CardTransfer[] {
  const draw = startDraw(20_260_418);
  const partners = cards.filter(
    ({ life, status, currency }) =>
      life === "ordinary" && status === "ACTIVE" && currency === "GTQ",
  );
  return months.flatMap(({ name }) =>
    Array.from({ length: TRANSFERS_A_MONTH }, (_, number) => {
      // The first card takes part every month, so that the card everyone tries shows one.
      const from = number === 0 ? partners[0] : draw.pick(partners);
      const to = draw.pick(partners);
      const position = draw.whole(20_000, WHOLE_MONTH - 20_000);
      const units = BigInt(draw.whole(10, 400)) * 10_000n;
      if (from === undefined || from.id === to.id) return [];
      const common = { month: name, position, units };
      return [
        { ...common, card: from.id, other: to.id, direction: "out" as const },
        { ...common, card: to.id, other: from.id, direction: "in" as const },
      ];
    }).flat(),
  );
}
