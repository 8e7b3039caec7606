import * as z from "zod/mini";

import { heedStatus } from "@/app/_session/session-store";
import { Currency } from "@/lib/domain/currency";
import { OperationId } from "@/lib/domain/ids";
import type { CardId } from "@/lib/domain/ids";
import { OperationStatus } from "@/lib/domain/journal";
import { toDecimal } from "@/lib/domain/money";
import { Direction } from "@/lib/domain/operation";
import type { OperationRequest } from "@/lib/domain/operation";
import { paths } from "@/lib/paths";

const Operation = z.object({
  id: OperationId,
  status: OperationStatus,
  direction: Direction,
  amount: z.string(),
  currency: Currency,
  reference: z.string(),
  by: z.string(),
  /** An ISO 8601 instant. */
  at: z.string(),
});
export type SensedOperation = z.infer<typeof Operation>;

const Sensed = z.object({
  similar: z.array(Operation),
  similarCount: z.number(),
  windowMs: z.number(),
  unsettled: z.array(Operation),
  referenceOwner: z.nullable(Operation),
  now: z.string(),
});
export type Sensed = z.infer<typeof Sensed>;

/** What the desk found around an operation that is about to be sent. */
export type Sense =
  | { readonly kind: "looking" }
  | { readonly kind: "sensed"; readonly found: Sensed }
  /** No answer in time: the desk looks again when it is sent. */
  | { readonly kind: "failed" };

/** Longer than this nobody is kept waiting for it. */
const PATIENCE_MS = 2_000;

/** Where to ask about this operation. */
export function senseAddress(
  { cardId, ...ids }: { cardId: CardId; operationId: OperationId; reverses: OperationId | null },
  { direction, amount, reference }: OperationRequest,
): string {
  const { currency } = amount;
  return paths.sense(cardId, {
    ...ids,
    direction,
    amount: toDecimal(amount),
    currency,
    reference,
  });
}

/** Asks, and has an answer within two seconds, whatever becomes of the question. */
export async function look(address: string, stop: AbortSignal): Promise<Sense> {
  try {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]);
    const askedAtMs = Date.now();
    const response = await fetch(address, { signal, cache: "no-store" });
    heedStatus(response.status, askedAtMs);
    const found = response.ok ? Sensed.safeParse(await response.json()) : null;
    return found?.success ? { kind: "sensed", found: found.data } : { kind: "failed" };
  } catch {
    // It is a help and no condition: the desk itself looks again when the operation is sent.
    return { kind: "failed" };
  }
}
