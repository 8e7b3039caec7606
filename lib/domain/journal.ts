import { z } from "zod";

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
  httpStatus: z.number().int().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  requestId: z.string(),
  attempts: z.number().int().positive(),
  durationMs: z.number().int().nonnegative(),
});
export type IssuerAnswer = z.infer<typeof IssuerAnswer>;

/** One entry of an operation's journal. The list of them is the operation's story. */
export const OperationEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("operation.intended"),
    /** Exactly what is about to be sent, for whoever asks later. */
    request: z.object({ method: z.string(), path: z.string(), body: z.string() }),
    /** The available balance that the person saw, as a decimal; null where it could not be read. */
    balanceSeen: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("operation.applied"),
    answer: IssuerAnswer,
    movementId: z.string().nullable(),
    balanceAfter: z.string().nullable(),
  }),
  z.object({ kind: z.literal("operation.refused"), cause: RefusalCause, answer: IssuerAnswer }),
  z.object({
    kind: z.literal("operation.unknown"),
    cause: UnknownCause,
    answer: IssuerAnswer.nullable(),
  }),
  z.object({
    kind: z.literal("operation.checked"),
    months: z.array(z.string()),
    movementsRead: z.number().int().nonnegative(),
  }),
  z.object({
    kind: z.literal("operation.settled"),
    movementId: z.string().nullable(),
    movementAt: z.string().nullable(),
  }),
]);
export type OperationEvent = z.infer<typeof OperationEvent>;

/** `intended` is on its way; the other three are outcomes. */
export const OperationStatus = z.enum(["intended", "applied", "refused", "unknown"]);
export type OperationStatus = z.infer<typeof OperationStatus>;

/** The outcomes that hold a reference; a refused operation gives it back (design.md, rule 6). */
export const HOLDING_STATUSES = ["intended", "applied", "unknown"] as const;

/**
 * An operation's status: a fold over its events in the order in which they were written. A definite
 * answer or a movement in the feed settles an unknown; nothing takes a definite outcome back.
 */
export function statusOf(events: Iterable<Pick<OperationEvent, "kind">>): OperationStatus {
  let status: OperationStatus = "intended";
  for (const event of events) status = statusAfter(status, event.kind);
  return status;
}

/** The status once an event of this kind follows. */
export function statusAfter(
  status: OperationStatus,
  kind: OperationEvent["kind"],
): OperationStatus {
  switch (kind) {
    case "operation.intended":
    case "operation.checked":
      return status;
    case "operation.unknown":
      return status === "intended" ? "unknown" : status;
    case "operation.applied":
    case "operation.settled":
      return status === "refused" ? status : "applied";
    case "operation.refused":
      return status === "applied" ? status : "refused";
  }
}
