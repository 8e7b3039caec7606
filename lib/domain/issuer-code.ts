/**
 * The business codes that the issuer's pages document, with their internal names (support/error-catalog,
 * wallet/assign-funds, wallet/pin-management, wallet/card-transfers). A code that is not here is shown with its number and the issuer's own message.
 */
export const ISSUER_CODES = {
  "7000": "CHECK_PARAMETERS",
  "7001": "GREATER_THAN_ZERO",
  "7002": "INVALID_FORMAT_AMOUNT",
  "7003": "CONSULT_WITH_SUPPORT",
  "7004": "SERVICES_NOT_FOUND",
  "7005": "PROCESSOR_NOT_FOUND",
  "7006": "EXTERNAL_ID_ALREADY_EXISTS",
  "7007": "ERROR_GETTING_ACTIONS",
  "7008": "ERROR_DATE_RTU",
  "7009": "ERROR_CAN_INVOICE_PARAM",
  "7010": "NOT_FOUND",
  "7011": "ERROR_CREATE_TERMINAL_PROCESSOR",
  "7012": "ERROR_UPDATE_TERMINAL_PROCESSOR",
  "7013": "TERMINAL_PROCESSOR_NOT_FOUND",
  "7014": "TERMINAL_PROCESSOR_EMPTY",
  "7100": "USER_NOT_FOUND",
  "7200": "CARD_NOT_FOUND",
  "7205": "INCORRECT_PIN",
  "7210": "CARD_NOT_UPDATED",
  "7213": "INVALID_STATUS_CARD",
  "7220": "THIRD_PARTY_CARD_NOT_FOUND",
  "7221": "ERROR_CREATING_THIRD_PARTY_CARD",
  "7300": "ERROR_CREATING_TRANSFER",
  "7301": "ERROR_UPDATING_TRANSFER",
  "7303": "INSUFFICIENT_FUNDS",
} as const;

export type IssuerCode = keyof typeof ISSUER_CODES;

/** Whether the desk has words of its own for this code. */
export function isKnownCode(code: string): code is IssuerCode {
  return Object.hasOwn(ISSUER_CODES, code);
}

/** Whether a code is one of the issuer's business codes (7000 to 8099, error-catalog). */
export function isBusinessCode(code: string): boolean {
  return /^(?:7\d{3}|80\d{2})$/.test(code);
}
