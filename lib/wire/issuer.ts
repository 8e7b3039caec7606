import { z } from "zod";

import { isLosslessNumber } from "./json";

/**
 * The issuer's words, exactly as they travel. DOC marks what one of its pages states, ASSUMED what
 * this project filled in because no page says it. Unknown fields and unknown values pass through:
 * the issuer's versioning page calls both non-breaking.
 */

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A JSON number, or a string that holds one, read as its digits. Responses only. */
export const Digits = z
  .unknown()
  .transform((value) => (isLosslessNumber(value) ? value.toString() : value))
  .pipe(z.string().regex(NUMBER));

/** A JSON number and nothing else, read as its digits. Requests: the type is part of the contract. */
export const NumberToken = z
  .unknown()
  .refine(isLosslessNumber, "must be a number")
  .transform(String);

/** An identifier or a code that one page shows as a number and another as a string. */
export const Text = z
  .unknown()
  .transform((value) => (isLosslessNumber(value) ? value.toString() : value))
  .pipe(z.string());

/** DOC (concepts/error-handling): one entry of `errors`. The code is a string such as "7303". */
export const IssuerError = z.looseObject({ code: Text, message: z.string().optional() });
export type IssuerError = z.infer<typeof IssuerError>;

/**
 * Both documented envelopes. B: `{success, message?, data?, errors?}` (concepts/error-handling).
 * A: `{statusCode, message, data}` (introduction/quickstart). A body with neither marker is no
 * envelope.
 */
export const Envelope = z
  .looseObject({
    success: z.boolean().optional(),
    statusCode: Digits.optional(),
    message: z.string().optional(),
    data: z.unknown().optional(),
    errors: z.array(IssuerError).optional(),
  })
  .refine((e) => e.success !== undefined || e.statusCode !== undefined, "no envelope");
export type Envelope = z.infer<typeof Envelope>;

/** DOC (introduction/quickstart): `POST /auth/login`. */
export const LoginRequest = z.strictObject({ merchant: z.string(), signature: z.string() });
/** ASSUMED by analogy with the CMS: `POST /auth/refresh`. */
export const RefreshRequest = z.strictObject({ refreshToken: z.string() });

/** DOC (introduction/quickstart): the four fields of a login. Expiries are Unix seconds (inferred). */
export const Tokens = z.looseObject({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  expirationToken: Digits,
  expirationRefreshToken: Digits,
});
export type Tokens = z.infer<typeof Tokens>;

/** DOC (wallet/assign-funds): the direction of a funds operation. */
export const FundsDirection = z.enum(["ADD_FUNDS", "WITHDRAW_FUNDS"]);

/** DOC (wallet/assign-funds): the body of `POST /cards/{cardId}/funds`. */
export const FundsOperationDto = z.strictObject({
  amount: NumberToken,
  operation: FundsDirection,
  channel: z.string().min(1),
  reference: z.string().min(1),
  description: z.string().optional(),
  currency: z.string().optional(),
  customKeys: z.record(z.string(), z.unknown()).optional(),
});
export type FundsOperationDto = z.infer<typeof FundsOperationDto>;

/** DOC (wallet/assign-funds, the issuer's spelling): the body of `PUT /cards/{cardId}/funds`. */
export const CardAssingFundsDto = z.strictObject({
  amount: NumberToken,
  operation: FundsDirection,
  reference: z.string().min(1),
  observations: z.string().optional(),
  currency: z.string().optional(),
});
export type CardAssingFundsDto = z.infer<typeof CardAssingFundsDto>;

/**
 * ASSUMED: the answer of `GET /cards/{cardId}`. Only `cardId`, `maskedPan` and `balance` are names
 * that a page shows (wallet/overview).
 */
export const Card = z.looseObject({
  cardId: Text,
  maskedPan: z.string().optional(),
  holder: z.string().optional(),
  status: z.string().optional(),
  currency: z.string().optional(),
  balance: Digits.optional(),
});
export type Card = z.infer<typeof Card>;

/** ASSUMED: one row of the monthly feed. Every field but `amount` may be missing. */
export const Transfer = z.looseObject({
  id: Text.optional(),
  type: z.string().optional(),
  channel: z.string().optional(),
  movementType: z.string().optional(),
  model: z.string().optional(),
  status: z.string().optional(),
  amount: Digits,
  currency: z.string().optional(),
  reference: z.string().nullish(),
  description: z.string().nullish(),
  observations: z.string().nullish(),
  createdAt: z.string().optional(),
});
export type Transfer = z.infer<typeof Transfer>;

/** ASSUMED: what a funds call answers in `data`. All of it may be missing. */
export const FundsReceipt = z.looseObject({
  id: Text.optional(),
  balance: Digits.optional(),
});
