import type { CardId } from "./ids";
import { toDecimal } from "./money";
import type { OperationRequest } from "./operation";

/** A request that moves money, as it travels: what is shown, journaled and sent are this one value. */
export interface FundsCall {
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body: string;
}

/**
 * The HTTP request for an operation (wallet/assign-funds): `POST` for the channel mode, `PUT` for an
 * adjustment. Both move money. The amount is a JSON number with exactly the digits of the operation;
 * the currency is always sent, although the issuer has a default for it. `indent` spaces the body
 * for people; it is sent without.
 */
export function fundsCall(cardId: CardId, request: OperationRequest, indent = 0): FundsCall {
  const isAdjustment = request.mode === "adjustment";
  return {
    method: isAdjustment ? "PUT" : "POST",
    path: `/cards/${cardId}/funds`,
    body: withAmount(
      toDecimal(request.amount),
      isAdjustment ? adjustmentFields(request) : channelFields(request),
      indent,
    ),
  };
}

function channelFields(request: Extract<OperationRequest, { mode: "channel" }>) {
  const { direction, channel, reference, amount, description, customKeys } = request;
  return {
    operation: direction,
    channel,
    reference,
    currency: amount.currency,
    ...(description === null ? {} : { description }),
    ...(Object.keys(customKeys).length === 0 ? {} : { customKeys }),
  };
}

function adjustmentFields(request: Extract<OperationRequest, { mode: "adjustment" }>) {
  const { direction, reference, amount, observations } = request;
  return { operation: direction, reference, currency: amount.currency, observations };
}

// `JSON.stringify` can only write a number that went through binary floating point, and would make
// 100 of 100.00: the digits are put in front of the other fields as text.
function withAmount(digits: string, fields: object, indent: number): string {
  const rest = JSON.stringify(fields, null, indent).slice(1);
  return indent === 0
    ? `{"amount":${digits},${rest}`
    : `{\n${" ".repeat(indent)}"amount": ${digits},${rest}`;
}
