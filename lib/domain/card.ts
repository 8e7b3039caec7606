import type { CardId } from "./ids";
import type { Money } from "./money";

/** Where the enum of the issuer is unknown, its word is kept and shown as it came. */
export type CardStatus = "active" | "inactive" | "blocked" | "other";

/** A card as the issuer shows it. Everything but the id may be missing: card reading is undocumented. */
export interface Card {
  readonly id: CardId;
  readonly holder: string | null;
  readonly maskedNumber: string | null;
  readonly lastFour: string | null;
  readonly status: CardStatus;
  readonly issuerStatus: string | null;
  readonly currency: string | null;
  readonly balance: Money | null;
}

/** The last four digits of a masked number such as "528209******2345"; null when it shows fewer. */
export function lastFourOf(maskedNumber: string | null): string | null {
  return /(\d{4})\s*$/.exec(maskedNumber ?? "")?.[1] ?? null;
}

const STATUSES: ReadonlyMap<string, CardStatus> = new Map([
  ["ACTIVE", "active"],
  ["INACTIVE", "inactive"],
  ["BLOCKED", "blocked"],
]);

/** The issuer's word for a card's state in ours (the enum is inferred; docs/decisions.md). */
export function cardStatusOf(issuerStatus: string | null): CardStatus {
  return STATUSES.get(issuerStatus?.toUpperCase() ?? "") ?? "other";
}
