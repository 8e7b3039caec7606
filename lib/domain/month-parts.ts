import type { Month } from "./month";

// Apart from `Month` itself, so that a page which only shows a month does not carry zod to the browser.
/** The year and the month (1 to 12) as the issuer's path takes them. */
export function monthParts(month: Month): { readonly year: number; readonly month: number } {
  return { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) };
}
