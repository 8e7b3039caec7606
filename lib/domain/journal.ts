import * as z from "zod/mini";

const TextOrNull = z.nullable(z.string());
const Count = z.int().check(z.nonnegative());
const Positive = z.int().check(z.positive());

/** Why an operation's outcome is not known. */
export const UnknownCause = z.enum([
  "timeout",
  "connection-lost",
  "server-error",
  "unreadable-answer",
  "duplicate-answer",
  "sender-gone",
]);
export type UnknownCause = z.infer<typeof UnknownCause>;

/** Why an operation was refused: by a code of the issuer, by a bare HTTP status, or before sending. */
export const RefusalCause = z.enum(["business-code", "http-status", "rate-limited", "not-sent"]);
export type RefusalCause = z.infer<typeof RefusalCause>;

/** What is on record of one answer of the issuer. Never a token, never the raw body. */
export const IssuerAnswer = z.object({
  httpStatus: z.nullable(z.int()),
  code: TextOrNull,
  message: TextOrNull,
  requestId: z.string(),
  attempts: Positive,
  durationMs: Count,
});
export type IssuerAnswer = z.infer<typeof IssuerAnswer>;

/** A look into the issuer's feed, as the journal keeps it. */
const Looked = z.object({
  months: z.array(z.string()),
  movementsRead: Count,
  /** Rows that could not be read: one of them may be the operation. */
  unreadable: z._default(Count, 0),
  /** Rows that may be the operation and have not moved money yet. */
  pending: z._default(Count, 0),
});
export type Looked = z.infer<typeof Looked>;

/** In what a movement without our reference, or of doubtful origin, differs from what was asked. */
export const Doubt = z.enum([
  "no-reference",
  "amount",
  "currency",
  "direction",
  "time",
  "sibling",
  "state",
  "reference",
]);
export type Doubt = z.infer<typeof Doubt>;

/** A movement that may be the operation, for a supervisor to confirm or to turn down. */
export const Proposal = z.object({
  movementId: z.string(),
  movementAt: TextOrNull,
  /** As a decimal, with its currency; the issuer's own. */
  amount: z.string(),
  currency: z.string(),
  doubts: z.array(Doubt),
});
export type Proposal = z.infer<typeof Proposal>;

/** One entry of an operation's journal. The list of them is the operation's story. */
export const OperationEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("operation.intended"),
    /** Exactly what is about to be sent, for whoever asks later. */
    request: z.object({ method: z.string(), path: z.string(), body: z.string() }),
    /** The available balance that the person saw, as a decimal; null where it could not be read. */
    balanceSeen: TextOrNull,
    /** Why it was sent although a similar one had just been sent. */
    goOnReason: z._default(TextOrNull, null),
    /** The operation, proven absent, that this one sends again. */
    resends: z._default(TextOrNull, null),
    /** The applied operation that this one takes back, or a part of it. */
    reverses: z._default(TextOrNull, null),
  }),
  z.object({
    kind: z.literal("operation.applied"),
    answer: IssuerAnswer,
    movementId: TextOrNull,
    balanceAfter: TextOrNull,
  }),
  z.object({ kind: z.literal("operation.refused"), cause: RefusalCause, answer: IssuerAnswer }),
  z.object({
    kind: z.literal("operation.unknown"),
    cause: UnknownCause,
    answer: z.nullable(IssuerAnswer),
  }),
  z.extend(Looked, { kind: z.literal("operation.checked") }),
  z.extend(Proposal, { kind: z.literal("operation.proposed") }),
  z.object({
    kind: z.literal("operation.proposal-rejected"),
    movementId: z.string(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal("operation.settled"),
    movementId: TextOrNull,
    movementAt: TextOrNull,
    /** By its reference; or a proposal that a supervisor confirmed, who says why. */
    how: z._default(z.enum(["reference", "proposal"]), "reference"),
    reason: z._default(TextOrNull, null),
  }),
  z.extend(Looked, {
    kind: z.literal("operation.proven-absent"),
    looks: Positive,
    /** Since when it had been unknown, as an instant. */
    since: z.string(),
  }),
  z.object({
    kind: z.literal("operation.settled-by-hand"),
    outcome: z.enum(["applied", "not-applied"]),
    reason: z.string(),
    movementId: TextOrNull,
  }),
  z.object({ kind: z.literal("operation.noted"), text: z.string() }),
]);
export type OperationEvent = z.infer<typeof OperationEvent>;

/** What was counted when the line stopped by itself. */
const UnknownShare = z.object({
  unknown: Count,
  sent: Positive,
  windowMs: Positive,
});

/** One entry of the journal about the desk as a whole: whether it sends. */
export const LineEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("line.stopped"),
    /** Null when the desk stopped by itself: then the share says why. */
    reason: TextOrNull,
    share: z.nullable(UnknownShare),
  }),
  z.object({ kind: z.literal("line.resumed"), reason: z.string() }),
]);
export type LineEvent = z.infer<typeof LineEvent>;

export type JournalEvent = OperationEvent | LineEvent;

/**
 * `intended` is on its way. `applied`, `refused` and `unknown` are outcomes; `not-applied` is an
 * unknown one that was settled: proven absent, or found so by a supervisor.
 */
export const OperationStatus = z.enum(["intended", "applied", "refused", "unknown", "not-applied"]);
export type OperationStatus = z.infer<typeof OperationStatus>;

/**
 * An operation's status: a fold over its events in the order in which they were written. A definite
 * answer or a movement in the feed settles an unknown; nothing takes a definite outcome back, except
 * that proof of absence yields to the issuer's word that the money moved.
 */
export function statusOf(
  events: Iterable<{ readonly kind: OperationEvent["kind"]; readonly outcome?: string }>,
): OperationStatus {
  let status: OperationStatus = "intended";
  for (const event of events) status = statusAfter(status, event);
  return status;
}

/** The status once this event follows; `outcome` is what a settling by hand found. */
export function statusAfter(
  status: OperationStatus,
  event: { readonly kind: OperationEvent["kind"]; readonly outcome?: string },
): OperationStatus {
  switch (event.kind) {
    case "operation.intended":
    case "operation.checked":
    case "operation.proposed":
    case "operation.proposal-rejected":
    case "operation.noted":
      return status;
    case "operation.unknown":
      return status === "intended" ? "unknown" : status;
    case "operation.applied":
    case "operation.settled":
      return status === "refused" ? status : "applied";
    case "operation.refused":
      return status === "applied" ? status : "refused";
    case "operation.proven-absent":
      return status === "unknown" ? "not-applied" : status;
    case "operation.settled-by-hand": {
      if (status !== "unknown") return status;
      return event.outcome === "applied" ? "applied" : "not-applied";
    }
  }
}

/**
 * Whether an operation in this status holds its reference on its card: a refused one and one that
 * never arrived give it back (design.md, rule 6).
 */
export function holdsReference(status: OperationStatus): boolean {
  return status !== "refused" && status !== "not-applied";
}
