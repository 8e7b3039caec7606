/**
 * A refusal in the issuer's terms. `detail` says which field or rule it was; the issuer's own texts
 * do not.
 */
export interface Refusal {
  readonly refused: ErrorCode;
  readonly detail?: string;
}

/**
 * DOC (support/error-catalog): 7000, 7001, 7002, 7006, 7010 with status and text; 7200 with its text.
 * The numbers 7213 and 7303 are documented without text and status: both are ASSUMED here.
 * TOKEN_EXPIRED and FORBIDDEN are documented as names without a number; UNAUTHORIZED is ASSUMED.
 */
const CATALOGUE = {
  "7000": { status: 400, message: "Check the parameters provided." },
  "7001": { status: 400, message: "The amount must be greater than zero." },
  "7002": { status: 400, message: "Invalid amount format." },
  "7006": { status: 409, message: "External ID already exists." },
  "7010": { status: 404, message: "Not found, verify endpoint" },
  "7200": { status: 404, message: "Card not found in the system." },
  "7213": { status: 400, message: "The status of the card does not allow this operation." },
  "7303": { status: 400, message: "Insufficient funds." },
  TOKEN_EXPIRED: { status: 401, message: "The token is not valid any more." },
  UNAUTHORIZED: { status: 401, message: "Valid credentials are required." },
} as const;
export type ErrorCode = keyof typeof CATALOGUE;

/** The HTTP status and the text of a code. */
export function describeError(code: ErrorCode): {
  readonly status: number;
  readonly message: string;
} {
  return CATALOGUE[code];
}

/** Makes the value that says no. */
export function refuse(refused: ErrorCode, detail?: string): Refusal {
  return detail === undefined ? { refused } : { refused, detail };
}

/** True for a refusal, false for whatever else a verb returns. */
export function isRefusal(value: object): value is Refusal {
  return "refused" in value;
}
