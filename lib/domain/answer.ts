import { isBusinessCode, isKnownCode } from "./issuer-code";
import type { RefusalCause, UnknownCause } from "./journal";

/** What came back from one attempt to move money, without its transport. */
export type Answer =
  /** The connection was never made: not one byte of the request can have arrived. */
  | { readonly kind: "not-sent" }
  /** The request may have arrived, and no complete answer came. */
  | { readonly kind: "silent"; readonly cause: "timeout" | "connection-lost" }
  | {
      readonly kind: "answered";
      readonly httpStatus: number;
      /** What the body's envelope says; "none" when the body is no envelope at all. */
      readonly envelope: "success" | "failure" | "none";
      readonly code: string | null;
    };

export type Verdict =
  | { readonly status: "applied" }
  | { readonly status: "refused"; readonly cause: RefusalCause }
  | { readonly status: "unknown"; readonly cause: UnknownCause };

interface Rule {
  readonly when: string;
  readonly holds: (answer: Answer) => boolean;
  readonly verdict: Verdict;
}

type Answered = Extract<Answer, { kind: "answered" }>;

const answered = (test: (answer: Answered) => boolean) => (answer: Answer) =>
  answer.kind === "answered" && test(answer);
const silent = (cause: "timeout" | "connection-lost") => (answer: Answer) =>
  answer.kind === "silent" && answer.cause === cause;
const is2xx = (answer: Answered) => answer.httpStatus >= 200 && answer.httpStatus < 300;

/** Statuses with which a request is turned away before anything is done with it. */
const TURNED_AWAY = new Set([400, 401, 402, 403, 404, 405, 406, 410, 411, 413, 414, 415, 422, 431]);

/**
 * "Contact support", "transfer could not be created", "could not be updated": none of them says that
 * no money moved, and a refusal gives the reference back.
 */
const INDEFINITE: ReadonlySet<string> = new Set(["7003", "7300", "7301"]);

const isBusinessFailure = (a: Answered) => a.envelope === "failure" && isBusinessCode(a.code ?? "");

/** A code that nobody has documented is taken at its word only below 500. */
function isDefinite({ code, httpStatus }: Answered): boolean {
  const text = code ?? "";
  return !INDEFINITE.has(text) && (isKnownCode(text) || httpStatus < 500);
}

/**
 * What each answer of the issuer means for the money, first match wins. The principle: `applied` and
 * `refused` need a definite word; everything else is `unknown`, because a request that moves money
 * must never be sent again on a guess. Sources: the issuer's error-handling and error-catalog pages
 * (status is derived from the code, a code in no set becomes 500), and the absence of any statement
 * on repeated references.
 */
export const RULES: readonly Rule[] = [
  {
    when: "the connection was never made",
    holds: (answer) => answer.kind === "not-sent",
    verdict: { status: "refused", cause: "not-sent" },
  },
  {
    when: "no answer in time",
    holds: silent("timeout"),
    verdict: { status: "unknown", cause: "timeout" },
  },
  {
    when: "the connection was lost",
    holds: silent("connection-lost"),
    verdict: { status: "unknown", cause: "connection-lost" },
  },
  {
    // Somebody's operation with this reference may have been applied: only the feed can tell.
    when: "a duplicate is claimed (7006 or 409)",
    holds: answered(
      (a) => a.code === "7006" || (a.httpStatus === 409 && !isBusinessCode(a.code ?? "")),
    ),
    verdict: { status: "unknown", cause: "duplicate-answer" },
  },
  {
    // Success with an error's code contradicts itself, and falls through to the last rule.
    when: "2xx with an envelope that says success, and no code",
    holds: answered((a) => is2xx(a) && a.envelope === "success" && a.code === null),
    verdict: { status: "applied" },
  },
  {
    when: "a failure with a business code that says that nothing happened, at any HTTP status",
    holds: answered((a) => isBusinessFailure(a) && isDefinite(a)),
    verdict: { status: "refused", cause: "business-code" },
  },
  {
    when: "a failure with a business code that may follow a part of the work",
    holds: answered(isBusinessFailure),
    verdict: { status: "unknown", cause: "server-error" },
  },
  {
    when: "429: turned away for the rate of calls",
    holds: answered((a) => a.httpStatus === 429 && a.envelope !== "success"),
    verdict: { status: "refused", cause: "rate-limited" },
  },
  {
    when: "a 4xx that cannot have moved money",
    holds: answered((a) => TURNED_AWAY.has(a.httpStatus) && a.envelope !== "success"),
    verdict: { status: "refused", cause: "http-status" },
  },
  {
    when: "5xx without a business code",
    holds: answered((a) => a.httpStatus >= 500),
    verdict: { status: "unknown", cause: "server-error" },
  },
  {
    when: "anything else: a 2xx that is no envelope, a redirect, an unlisted status",
    holds: answered(() => true),
    verdict: { status: "unknown", cause: "unreadable-answer" },
  },
];

/** What this answer means for the money: the first rule of the table that holds. */
export function verdictOf(answer: Answer): Verdict {
  const rule = RULES.find((candidate) => candidate.holds(answer));
  if (rule === undefined) throw new Error("The last rule holds for every answer.");
  return rule.verdict;
}
