import { isLosslessNumber, LosslessNumber, parse, stringify } from "lossless-json";

/**
 * JSON in which a number keeps the digits that were sent. `JSON.parse` would turn an amount into a
 * binary floating-point number; here it becomes a `LosslessNumber`, which still knows `100.00`.
 * Throws `SyntaxError` for text that is no JSON.
 */
export function parseJson(text: string): unknown {
  return parse(text, null, (digits) => new LosslessNumber(digits));
}

/** JSON text in which every `LosslessNumber` stands with exactly its own digits. */
export function stringifyJson(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) throw new TypeError("This value has no JSON form.");
  return text;
}

/** A JSON number with exactly these digits. Throws when the digits are no JSON number. */
export function jsonNumber(digits: string): LosslessNumber {
  return new LosslessNumber(digits);
}

export { isLosslessNumber };
