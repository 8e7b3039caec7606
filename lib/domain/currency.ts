import * as z from "zod/mini";

import { MINOR_UNITS } from "./minor-units";

/** An ISO 4217 currency code that the table knows, in capitals. */
export const Currency = z
  .string()
  .check(z.refine((code) => MINOR_UNITS.has(code), "currency.unknown"))
  .brand<"Currency">();
export type Currency = z.infer<typeof Currency>;

/** Every code of the table, in alphabetical order. */
export function allCurrencies(): readonly Currency[] {
  return [...MINOR_UNITS.keys()].toSorted().map((code) => Currency.parse(code));
}
