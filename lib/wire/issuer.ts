import { z } from "zod";

import { isLosslessNumber } from "./json";

/**
 * The issuer's words, exactly as they travel. DOC marks what one of its pages states, ASSUMED what
 * this project filled in because no page says it. Unknown fields and unknown values pass through:
 * the issuer's versioning page calls both non-breaking. Where a field of an answer may be missing it
 * may be null: serializers differ, and an answer about money must not become unreadable over it.
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
export const IssuerError = z.looseObject({ code: Text, message: z.string().nullish() });
export type IssuerError = z.infer<typeof IssuerError>;

/**
 * Both documented envelopes. B: `{success, message?, data?, errors?}` (concepts/error-handling).
 * A: `{statusCode, message, data}` (introduction/quickstart). A body with neither marker is no
 * envelope.
 */
export const Envelope = z
  .looseObject({
    success: z.boolean().nullish(),
    statusCode: Digits.nullish(),
    message: z.string().nullish(),
    data: z.unknown().optional(),
    errors: z.array(IssuerError).nullish(),
  })
  .refine((e) => e.success != null || e.statusCode != null, "no envelope");
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
  maskedPan: z.string().nullish(),
  holder: z.string().nullish(),
  status: z.string().nullish(),
  currency: z.string().nullish(),
  balance: Digits.nullish(),
});
export type Card = z.infer<typeof Card>;

/** ASSUMED: one row of the monthly feed. Every field but `amount` may be missing. */
export const Transfer = z.looseObject({
  id: Text.nullish(),
  type: z.string().nullish(),
  channel: z.string().nullish(),
  movementType: z.string().nullish(),
  model: z.string().nullish(),
  status: z.string().nullish(),
  amount: Digits,
  currency: z.string().nullish(),
  reference: z.string().nullish(),
  description: z.string().nullish(),
  observations: z.string().nullish(),
  createdAt: z.string().nullish(),
});
export type Transfer = z.infer<typeof Transfer>;

const Rows = z.array(z.unknown());
const page = <Name extends string>(name: Name) =>
  z
    .looseObject({ total: Digits.optional() })
    .transform((object) => ({ rows: object[name], total: object.total ?? null }))
    .pipe(z.object({ rows: Rows, total: z.string().nullable() }));

/**
 * A month of the feed, as its rows and the total that it claims. Whether it is a bare array or a page
 * object is not documented, nor under which name a page object holds its rows.
 */
export const TransferPage = z.union([
  Rows.transform((rows) => ({ rows, total: null })),
  page("items"),
  page("transfers"),
  page("data"),
]);

/** ASSUMED: what a funds call answers in `data`. All of it may be missing. */
export const FundsReceipt = z.looseObject({
  id: Text.nullish(),
  balance: Digits.nullish(),
});
