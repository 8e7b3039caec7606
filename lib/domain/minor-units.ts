import * as iso from "dinero.js/currencies";

import type { Currency } from "./currency";

/**
 * Minor units by ISO 4217 code. From a table and not from `Intl`: Intl follows CLDR, which differs
 * from ISO for sixteen currencies and between Node and Chromium. Apart from `Currency` itself, so that
 * a page which only shows amounts does not carry zod to the browser.
 */
export const MINOR_UNITS: ReadonlyMap<string, number> = new Map(
  Object.values(iso).map((currency) => [
    currency.code,
    // dinero writes the ariary and the ouguiya in base 5; ISO 4217 gives both two minor units.
    currency.base === 10 ? currency.exponent : 2,
  ]),
);

/** How many decimals people write in this currency: GTQ 2, CLP 0, KWD 3. */
export function minorUnitsOf(currency: Currency): number {
  const digits = MINOR_UNITS.get(currency);
  if (digits === undefined) throw new Error("A currency exists only by parsing.");
  return digits;
}
