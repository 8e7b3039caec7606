import { z } from "zod";

/**
 * The issuer's id of a card: a number of its own (12345), never the number on the plastic. Twelve
 * digits at most, so that nothing as long as a card number passes as an id.
 */
export const CardId = z
  .string()
  .regex(/^[1-9]\d{0,11}$/, "cardId.format")
  .brand<"CardId">();
export type CardId = z.infer<typeof CardId>;

/** The id of one human intent, made by the browser when the form opens (UUIDv7). */
export const OperationId = z.uuid({ version: "v7" }).brand<"OperationId">();
export type OperationId = z.infer<typeof OperationId>;

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
  .trim()
  .min(1, "reference.empty")
  .max(64, "reference.long")
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/#-]*$/, "reference.format")
  .brand<"Reference">();
export type Reference = z.infer<typeof Reference>;
