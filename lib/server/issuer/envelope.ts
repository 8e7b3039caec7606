import "server-only";

import { withoutCardNumbers } from "@/lib/domain/text";
import { Envelope } from "@/lib/wire/issuer";
import { parseJson } from "@/lib/wire/json";

/** A body of the issuer, read once: both documented envelopes end in this one shape. */
export interface Opened {
  readonly says: "success" | "failure" | "none";
  readonly code: string | null;
  readonly message: string | null;
  readonly data: unknown;
}

/** EXTERNAL_ID_ALREADY_EXISTS (support/error-catalog). */
const DUPLICATE = "7006";

/** More of the issuer's words than anybody reads. */
const MESSAGE_MAX = 1000;

const NO_ENVELOPE: Opened = { says: "none", code: null, message: null, data: undefined };

/**
 * Reads a body as envelope B (`success`) or A (`statusCode`), its message without card numbers and
 * no longer than a person reads. "none" for a body that is no JSON or
 * carries neither marker; never throws.
 */
export function openEnvelope(text: string): Opened {
  const envelope = Envelope.safeParse(parseOrNull(text));
  if (!envelope.success) return NO_ENVELOPE;
  const { success, statusCode, message, errors, data } = envelope.data;
  const isSuccess = success ?? /^2\d\d$/.test(statusCode ?? "");
  // Of several codes the one that claims a duplicate counts: it alone says that money may have moved.
  const first = errors?.find((error) => error.code === DUPLICATE) ?? errors?.[0];
  const words = first?.message ?? message ?? null;
  return {
    says: isSuccess ? "success" : "failure",
    code: first?.code ?? null,
    message: words === null ? null : withoutCardNumbers(words.slice(0, MESSAGE_MAX)),
    data,
  };
}

/**
 * The list in a body that is a bare JSON array, null for anything else. For reads only: for a call
 * that moves money a body without an envelope is no answer.
 */
export function openBareList(text: string): unknown[] | null {
  const body = text.trimStart().startsWith("[") ? parseOrNull(text) : null;
  return Array.isArray(body) ? body : null;
}

function parseOrNull(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    // SyntaxError for text that is no JSON, an expected answer of a gateway; RangeError for text that
    // is nested deeper than the parser's stack.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}
