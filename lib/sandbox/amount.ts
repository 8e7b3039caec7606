/**
 * Amounts are `bigint` units of one ten-thousandth: the issuer keeps balances with up to four
 * decimals (wallet/overview), and no binary floating point may stand between two of them.
 */
export const SCALE = 4;
const ONE = 10n ** BigInt(SCALE);

/** The ledger's column is NUMERIC(20,4): sixteen digits before the point. */
const MAX_WHOLE_DIGITS = 16;
export const MAX_UNITS = 10n ** BigInt(MAX_WHOLE_DIGITS + SCALE) - 1n;

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Digits as they stand in a JSON body → units, or `undefined` when they are no amount: an exponent,
 * more than four decimals, or more digits than the ledger holds. The sign is kept; whether it may be
 * negative is the caller's rule.
 */
export function parseUnits(digits: string): bigint | undefined {
  const match = PLAIN.exec(digits);
  if (match === null) return undefined;
  const [, sign = "", whole = "", decimals = ""] = match;
  if (decimals.length > SCALE) return undefined;
  const units = BigInt(whole) * ONE + BigInt(decimals.padEnd(SCALE, "0"));
  if (units > MAX_UNITS) return undefined;
  return sign === "-" ? -units : units;
}

/** Units → digits with all four decimals, the form in which the database takes and gives them. */
export function formatUnits(units: bigint): string {
  const size = units < 0n ? -units : units;
  const decimals = String(size % ONE).padStart(SCALE, "0");
  return `${units < 0n ? "-" : ""}${size / ONE}.${decimals}`;
}

/**
 * Units → digits as the issuer shows them: at least the currency's own decimals (GTQ 100.00, CLP
 * 1500), and as many more as the amount really has.
 */
export function wireDigits(units: bigint, currency: string): string {
  const [whole = "", decimals = ""] = formatUnits(units).split(".");
  const least = minorDigits(currency);
  const kept = decimals.replace(/0+$/, "").padEnd(least, "0");
  return kept === "" ? whole : `${whole}.${kept}`;
}

/** ISO 4217 minor units. The seeded cards use these three currencies; any other counts as two. */
export function minorDigits(currency: string): number {
  return currency === "CLP" ? 0 : 2;
}
