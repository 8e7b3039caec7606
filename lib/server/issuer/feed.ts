import "server-only";

import type { Failure } from "@/lib/domain/failure";
import type { CardId } from "@/lib/domain/ids";
import { monthParts } from "@/lib/domain/month-parts";
import type { Month } from "@/lib/domain/month";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Caller, Desk } from "../desk";
import { readIssuer } from "./read";
import { feedFromWire } from "./translate";
import type { Feed, FeedPage } from "./translate";

/** The issuer's code for a card that it does not have (support/error-catalog). */
export const CARD_NOT_FOUND = "7200";

/** Beyond this the rest is counted as unread: no month is this long, and no loop is endless. */
const MAX_PAGES = 500;

/**
 * A card's month as the issuer tells it (`GET /cards/{cardId}/transfers/{month}/{year}`,
 * wallet/assign-funds). `cardCurrency` stands in where a row names none. Where the answer is a page
 * that claims more rows than it has, the other pages are asked for as the issuer's lists take it
 * (`?page=2&limit=50`); rows that still are missing count as unreadable.
 */
export async function readFeed(
  desk: Desk,
  caller: Caller,
  cardId: CardId,
  month: Month,
  cardCurrency: string | null,
): Promise<Result<Feed, Failure>> {
  const { month: number, year } = monthParts(month);
  const path = `cards/${cardId}/transfers/${number}/${year}`;
  const first = await readPage(desk, caller, path, cardCurrency);
  if (!first.ok) return first;
  const { total, rowCount: limit } = first.value;
  const movements = [...first.value.movements];
  let { unreadableCount, rowCount } = first.value;
  for (let page = 2; total !== null && rowCount < total && page <= MAX_PAGES; page += 1) {
    const next = await readPage(desk, caller, `${path}?page=${page}&limit=${limit}`, cardCurrency);
    if (!next.ok) return next;
    if (next.value.rowCount === 0) break;
    movements.push(...next.value.movements);
    unreadableCount += next.value.unreadableCount;
    rowCount += next.value.rowCount;
  }
  const missing = total === null ? 0 : Math.max(0, total - rowCount);
  return ok({ movements, unreadableCount: unreadableCount + missing });
}

async function readPage(
  desk: Desk,
  caller: Caller,
  path: string,
  cardCurrency: string | null,
): Promise<Result<FeedPage, Failure>> {
  const data = await readIssuer(desk, caller, path);
  if (!data.ok) {
    const isNoCard = data.failure.kind === "issuer-refused" && data.failure.code === CARD_NOT_FOUND;
    return isNoCard ? fail({ kind: "not-found", what: "card" }) : data;
  }
  const feed = feedFromWire(data.value, cardCurrency);
  return feed === null ? fail({ kind: "issuer-unavailable" }) : ok(feed);
}
