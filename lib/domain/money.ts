import type { Currency } from "./currency";
import { minorUnitsOf } from "./minor-units";
import { fail, ok } from "./result";
import type { Result } from "./result";

/** The issuer keeps balances with up to four decimals (wallet/overview); so do we, as integers. */
export const SCALE = 4;
const UNITS_PER_MAJOR = 10n ** BigInt(SCALE);

/** Twelve digits before the point: beyond any card, and far inside a PostgreSQL BIGINT. */
export const MAX_INTEGER_DIGITS = 12;

/** An exact amount: `units` are ten-thousandths of the currency's major unit. */
export interface Money {
  readonly units: bigint;
  readonly currency: Currency;
}

export type AmountProblem = "empty" | "format" | "decimals" | "too-large" | "not-positive";

/** The amount `units` (ten-thousandths) in `currency`. */
export function money(units: bigint, currency: Currency): Money {
  return { units, currency };
}

/**
 * Reads an amount as a person types it in both of the desk's languages (es-GT and en use the same
 * marks): digits, commas between complete groups of three, one point before the decimals, at most
 * the currency's minor units. Everything else is a problem, never a guess: `1.234,50` is refused,
 * not read as 1.2345, and `0,500` is refused because whoever writes it means half a quetzal. The
 * amount must be more than zero.
 */
export function parseTypedAmount(text: string, currency: Currency): Result<Money, AmountProblem> {
  const typed = text.trim();
  if (typed === "") return fail("empty");
  const match = /^([1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(typed);
  if (match === null) return fail("format");
  const integer = (match[1] ?? "").replaceAll(",", "").replace(/^0+(?=\d)/, "");
  const decimals = match[2] ?? "";
  if (decimals.length > minorUnitsOf(currency)) return fail("decimals");
  if (integer.length > MAX_INTEGER_DIGITS) return fail("too-large");
  const units = unitsOf(integer, decimals);
  return units > 0n ? ok(money(units, currency)) : fail("not-positive");
}

/**
 * Reads a decimal of the issuer ("100.00", "-0.5", "1E+2") exactly. Fails with "format" for what is
 * no number and "decimals" for what is finer than the issuer's four places.
 */
export function parseIssuerAmount(
  digits: string,
  currency: Currency,
): Result<Money, "format" | "decimals"> {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(digits);
  if (match === null) return fail("format");
  const [, sign, integer = "", decimals = "", exponent = "0"] = match;
  const shift = SCALE - decimals.length + Number(exponent);
  let units = BigInt(integer + decimals);
  if (shift >= 0) units *= 10n ** BigInt(shift);
  else {
    const divisor = 10n ** BigInt(-shift);
    if (units % divisor !== 0n) return fail("decimals");
    units /= divisor;
  }
  return ok(money(sign === "-" ? -units : units, currency));
}

/**
 * The amount as a plain decimal ("1234.50", "-0.07"): at least the currency's minor units, and more
 * where the amount has them. The only text that may be formatted for people or sent on the wire.
 */
export function toDecimal(amount: Money): string {
  const digits = absolute(amount.units)
    .toString()
    .padStart(SCALE + 1, "0");
  const integer = digits.slice(0, -SCALE);
  const decimals = digits
    .slice(-SCALE)
    .replace(/0+$/, "")
    .padEnd(minorUnitsOf(amount.currency), "0");
  const sign = amount.units < 0n ? "-" : "";
  return decimals === "" ? `${sign}${integer}` : `${sign}${integer}.${decimals}`;
}

/** The sum of two amounts. Throws when the currencies differ: that is a bug, not an input. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error("Amounts of two currencies cannot be added.");
  return money(a.units + b.units, a.currency);
}

/** The amount with its sign turned. */
export function negate(amount: Money): Money {
  return money(-amount.units, amount.currency);
}

function unitsOf(integer: string, decimals: string): bigint {
  return BigInt(integer) * UNITS_PER_MAJOR + BigInt(decimals.padEnd(SCALE, "0"));
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
