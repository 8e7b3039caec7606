import { CardAssingFundsDto, FundsOperationDto } from "@/lib/wire/issuer";
import { isLosslessNumber } from "@/lib/wire/json";

import { parseUnits } from "./amount";
import { type Refusal, refuse } from "./catalogue";
import type { FundsOrder } from "./ledger";

/** DOC (wallet/assign-funds): `description` has at most 50 characters. */
const MAX_DESCRIPTION = 50;

const graphemes = new Intl.Segmenter("es", { granularity: "grapheme" });

/** Characters as a person counts them: an accent or a family emoji is part of one. */
function countCharacters(text: string): number {
  return [...graphemes.segment(text)].length;
}

/**
 * The body of a funds call → an order, or the first rule that it breaks: 7002 for an amount that is no
 * number, has more than four decimals or an exponent; 7001 for one that is not above zero; 7000 for
 * the rest, unknown fields included.
 */
export function parseFundsBody(method: "POST" | "PUT", body: unknown): FundsOrder | Refusal {
  const amount = readAmount(body);
  if (typeof amount !== "bigint") return amount;
  const parsed =
    method === "POST" ? FundsOperationDto.safeParse(body) : CardAssingFundsDto.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(
      "7000",
      issue === undefined ? undefined : `${issue.path.join(".")} ${issue.message}`.trim(),
    );
  }
  const fields: Partial<FundsOperationDto & CardAssingFundsDto> = parsed.data;
  const { operation, reference, currency, channel, description, observations, customKeys } = fields;
  if (operation === undefined || reference === undefined || reference.trim() === "") {
    return refuse("7000", "reference must not be empty");
  }
  if (channel?.trim() === "") return refuse("7000", "channel must not be empty");
  const texts = { reference, currency, channel, description, observations };
  const broken = Object.entries(texts).find(([, text]) => text !== undefined && !isStorable(text));
  if (broken !== undefined) return refuse("7000", `${broken[0]} holds a character that is none`);
  if (description !== undefined && countCharacters(description) > MAX_DESCRIPTION) {
    return refuse("7000", `description has more than ${MAX_DESCRIPTION} characters`);
  }
  return {
    operation,
    units: amount,
    reference,
    currency,
    channel,
    description,
    observations,
    customKeys,
  };
}

function readAmount(body: unknown): bigint | Refusal {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return refuse("7000", "the body must be a JSON object");
  }
  if (!("amount" in body)) return refuse("7000", "amount is required");
  if (!isLosslessNumber(body.amount)) return refuse("7002");
  const units = parseUnits(body.amount.toString());
  if (units === undefined) return refuse("7002");
  return units > 0n ? units : refuse("7001");
}

/** PostgreSQL's text holds neither U+0000 nor half of a surrogate pair. */
function isStorable(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}
