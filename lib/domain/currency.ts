import * as iso from "dinero.js/currencies";
import { z } from "zod";

/**
 * Minor units by ISO 4217 code. From a table and not from `Intl`: Intl follows CLDR, which differs
 * from ISO for sixteen currencies and between Node and Chromium.
 */
const MINOR_UNITS: ReadonlyMap<string, number> = new Map(
  Object.values(iso).map((currency) => [
    currency.code,
    // dinero writes the ariary and the ouguiya in base 5; ISO 4217 gives both two minor units.
    currency.base === 10 ? currency.exponent : 2,
  ]),
);

/** An ISO 4217 currency code that the table knows, in capitals. */
export const Currency = z
  .string()
  .refine((code) => MINOR_UNITS.has(code), "currency.unknown")
  .brand<"Currency">();
export type Currency = z.infer<typeof Currency>;

/** How many decimals people write in this currency: GTQ 2, CLP 0, KWD 3. */
export function minorUnitsOf(currency: Currency): number {
  const digits = MINOR_UNITS.get(currency);
  if (digits === undefined) throw new Error("A currency exists only by parsing.");
  return digits;
}

/** Every code of the table, in alphabetical order. */
export function allCurrencies(): readonly Currency[] {
  return [...MINOR_UNITS.keys()].toSorted().map((code) => Currency.parse(code));
}
