import type { Pool } from "pg";

import { minorDigits } from "./amount";
import { type Refusal, refuse } from "./catalogue";
import type { SandboxOptions } from "./options";

export interface MonthAddress {
  readonly month: number;
  readonly year: number;
}

/** DOC (wallet/assign-funds): `{month}/{year}`, as in 4/2026. `04` is taken too (ASSUMED). */
export function parseMonth(month: string, year: string): MonthAddress | Refusal {
  if (!/^(?:0?[1-9]|1[0-2])$/.test(month)) return refuse("7000", "month must be 1 to 12");
  if (!/^[1-9]\d{3}$/.test(year)) return refuse("7000", "year must have four digits");
  return { month: Number(month), year: Number(year) };
}

/** A window of rows, counted from the newest. A limit of 0 means all of them. */
export interface PageRequest {
  readonly page: number;
  readonly limit: number;
}

/** `?page=2&limit=50`, as the issuer's lists of its back-office take them (ASSUMED for the feed). */
export function parsePage(query: URLSearchParams, ownLimit: number): PageRequest | Refusal {
  const page = query.get("page") ?? "1";
  const limit = query.get("limit") ?? String(ownLimit);
  if (!/^[1-9]\d{0,5}$/.test(page)) return refuse("7000", "page must be a whole number from 1");
  if (!/^\d{1,6}$/.test(limit)) return refuse("7000", "limit must be a whole number");
  return { page: Number(page), limit: Number(limit) };
}

/**
 * The month's own time zone decides both of its edges; the end is computed on the wall clock, because
 * a session's zone must not shift it.
 */
const IN_MONTH = `
  at >= make_timestamp($2, $3, 1, 0, 0, 0) AT TIME ZONE $4
  AND at < (make_timestamp($2, $3, 1, 0, 0, 0) + interval '1 month') AT TIME ZONE $4`;

/**
 * The rows as JSON text, written by the database: 100,000 rows as objects would cost a second here.
 * The four words of a movement and its status are the sandbox's own and need no escaping.
 */
function rowText(withReference: boolean): string {
  const reference = `',"reference":' || coalesce(to_json(reference)::text, 'null') ||`;
  return `
    '{"id":' || id || ',"type":"' || type || '","channel":"' || channel ||
    '","movementType":"' || movement_type || '","model":"' || model || '","status":"' || status ||
    '","amount":' || CASE WHEN scale(trim_scale(amount)) <= $5 THEN round(amount, $5)
                          ELSE trim_scale(amount) END ||
    ',"currency":"' || $6::text || '"' || ${withReference ? reference : ""}
    ',"description":' || coalesce(to_json(description)::text, 'null') ||
    ',"observations":' || coalesce(to_json(observations)::text, 'null') ||
    ',"createdAt":' || left(to_json(at AT TIME ZONE 'UTC')::text, -1) || 'Z"}'`;
}

/**
 * One month of a card as the pieces of the JSON text of `data`: an array of rows, newest first, or a page object
 * around it. Refuses a card that does not exist with 7200. A month without movements is empty.
 */
export async function readFeed(
  pool: Pool,
  cardId: string,
  address: MonthAddress,
  { page, limit }: PageRequest,
  options: Pick<SandboxOptions, "feedShape" | "feedReference" | "monthZone">,
): Promise<readonly (string | Buffer)[] | Refusal> {
  const cards = await pool.query<{ currency: string }>(
    "SELECT currency FROM sandbox.card WHERE id = $1",
    [cardId],
  );
  const currency = cards.rows[0]?.currency;
  if (currency === undefined) return refuse("7200");

  const isPage = options.feedShape === "page";
  const window = isPage && limit > 0 ? { take: limit, skip: (page - 1) * limit } : undefined;
  const query = {
    // In the binary format the text arrives as bytes, and goes on as bytes.
    binary: true,
    text: `SELECT coalesce(string_agg(line, ','), '') AS body
       FROM (SELECT ${rowText(options.feedReference === "with")} AS line
               FROM sandbox.transfer
              WHERE card_id = $1
                AND ${IN_MONTH}
              ORDER BY at DESC, id DESC
              LIMIT $7 OFFSET $8) AS feed`,
    values: [
      cardId,
      address.year,
      address.month,
      options.monthZone,
      minorDigits(currency),
      currency,
      window?.take ?? null,
      window?.skip ?? 0,
    ],
    types: { getTypeParser: () => (bytes: unknown) => bytes },
  };
  const { rows } = await pool.query<{ body: unknown }>(query);
  const body = rows[0]?.body;
  if (!Buffer.isBuffer(body)) throw new Error("The feed did not arrive as bytes.");
  if (!isPage) return ["[", body, "]"];
  const total = await countMonth(pool, cardId, address, options.monthZone);
  const tail = `],"page":${page},"limit":${window?.take ?? total},"total":${total}}`;
  return ['{"items":[', body, tail];
}

async function countMonth(
  pool: Pool,
  cardId: string,
  { month, year }: MonthAddress,
  zone: string,
): Promise<string> {
  const { rows } = await pool.query<{ total: string }>(
    `SELECT count(*) AS total FROM sandbox.transfer WHERE card_id = $1 AND ${IN_MONTH}`,
    [cardId, year, month, zone],
  );
  return rows[0]?.total ?? "0";
}
