// Everything that a form needs in the browser is built with zod/mini: it weighs a quarter.
import * as z from "zod/mini";

/**
 * The issuer's id of a card: a number of its own (12345), never the number on the plastic. Twelve
 * digits at most, so that nothing as long as a card number passes as an id.
 */
export const CardId = z
  .string()
  .check(z.regex(/^[1-9]\d{0,11}$/, "cardId.format"))
  .brand<"CardId">();
export type CardId = z.infer<typeof CardId>;

/** The id of one human intent, made by the browser when the form opens (UUIDv7). */
export const OperationId = z.uuid({ version: "v7" }).brand<"OperationId">();
export type OperationId = z.infer<typeof OperationId>;

/**
 * A new operation id (UUIDv7, RFC 9562): 48 bits of Unix milliseconds, then randomness. The caller
 * brings the time and ten random bytes, so that this stays pure.
 */
export function newOperationId(nowMs: number, random: Uint8Array): OperationId {
  if (random.length < 10) throw new Error("An operation id takes ten random bytes.");
  const time = nowMs.toString(16).padStart(12, "0");
  const [a = 0, b = 0, c = 0, ...rest] = random;
  const hex = (byte: number) => byte.toString(16).padStart(2, "0");
  const version = hex((a & 0x0f) | 0x70) + hex(b);
  const variant = hex((c & 0x3f) | 0x80) + hex(rest[0] ?? 0);
  const tail = rest.slice(1, 7).map(hex).join("");
  const parts = [time.slice(0, 8), time.slice(8), version, variant, tail];
  return OperationId.parse(parts.join("-"));
}

export const OperatorId = z.uuid().brand<"OperatorId">();
export type OperatorId = z.infer<typeof OperatorId>;

/** The key of a signed-in session in our own store. */
export const SessionId = z.uuid().brand<"SessionId">();
export type SessionId = z.infer<typeof SessionId>;

/**
 * Our external reference for an operation. The issuer documents neither length nor alphabet; these
 * bounds are ours and hold the seed's pattern.
 */
export const Reference = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, "reference.empty"),
    z.maxLength(64, "reference.long"),
    z.regex(/^[A-Za-z0-9][A-Za-z0-9._:/#-]*$/, "reference.format"),
  )
  .brand<"Reference">();
export type Reference = z.infer<typeof Reference>;
