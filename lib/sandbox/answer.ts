import { jsonNumber, stringifyJson } from "@/lib/wire/json";

import { describeError, type ErrorCode, type Refusal } from "./catalogue";
import type { SandboxOptions } from "./options";

/** A whole HTTP answer. */
export interface HttpAnswer {
  readonly cut: false;
  readonly status: number;
  readonly contentType: string;
  /** In pieces, so that the 25 MB of a long month are not copied to stand in one. */
  readonly body: readonly (string | Buffer)[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** What leaves the server: an answer, or a connection cut without one. */
export type Answer = HttpAnswer | { readonly cut: true };

type EnvelopeKind = SandboxOptions["envelope"];

const JSON_TYPE = "application/json; charset=utf-8";

/** The connection ends without an answer. */
export const CUT: Answer = { cut: true };

/** An answer that is not an envelope, such as a proxy's error page. */
export function rawAnswer(
  status: number,
  contentType: string,
  ...body: readonly (string | Buffer)[]
): HttpAnswer {
  return { cut: false, status, contentType, body };
}

/** `data` in the envelope of success, with amounts as `LosslessNumber`. */
export function dataAnswer(kind: EnvelopeKind, status: number, data: unknown): HttpAnswer {
  return dataTextAnswer(kind, status, [stringifyJson(data)]);
}

/** The same for `data` that is JSON text already: a month of 100,000 rows is not parsed again. */
export function dataTextAnswer(
  kind: EnvelopeKind,
  status: number,
  dataText: readonly (string | Buffer)[],
): HttpAnswer {
  const head =
    kind === "A" ? `{"statusCode":${status},"message":"ok"` : `{"success":true,"message":"ok"`;
  return rawAnswer(status, JSON_TYPE, `${head},"data":`, ...dataText, "}");
}

/** Success that carries no data at all. */
export function emptyAnswer(kind: EnvelopeKind, status: number): HttpAnswer {
  const body =
    kind === "A"
      ? { statusCode: jsonNumber(String(status)), message: "ok" }
      : { success: true, message: "ok" };
  return rawAnswer(status, JSON_TYPE, stringifyJson(body));
}

/** DOC (concepts/error-handling): a form that is refused is headed "Validation failed". */
const FORM_CODES: ReadonlySet<string> = new Set<ErrorCode>(["7000", "7001", "7002"]);

/**
 * A refusal with its business code. `status` overrides the catalogue's. Envelope A shows no example
 * of an error: that it carries the same `errors` is ASSUMED.
 */
export function refusalAnswer(kind: EnvelopeKind, refusal: Refusal, status?: number): HttpAnswer {
  const known = describeError(refusal.refused);
  const headline = FORM_CODES.has(refusal.refused) ? "Validation failed" : known.message;
  return errorAnswer(
    kind,
    status ?? known.status,
    refusal.detail === undefined ? headline : `${headline}: ${refusal.detail}`,
    [{ code: refusal.refused, message: known.message }],
  );
}

/** A failure that names no business code: the caller cannot know what became of the money. */
export function failureAnswer(kind: EnvelopeKind, status: number, message: string): HttpAnswer {
  return errorAnswer(kind, status, message, []);
}

function errorAnswer(
  kind: EnvelopeKind,
  status: number,
  message: string,
  errors: readonly { readonly code: string; readonly message: string }[],
): HttpAnswer {
  const body =
    kind === "A"
      ? { statusCode: jsonNumber(String(status)), message, data: {}, errors }
      : { success: false, message, errors };
  return rawAnswer(status, JSON_TYPE, stringifyJson(body));
}
