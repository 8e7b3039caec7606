import "server-only";

import { createHash } from "node:crypto";

import type { CardId, OperationId } from "@/lib/domain/ids";
import { fingerprintText } from "@/lib/domain/operation";
import type { OperationRequest } from "@/lib/domain/operation";

/** What an operation builds on: one that it sends again, or one that it takes back. */
interface Origin {
  readonly resends?: OperationId | null;
  readonly reverses?: OperationId | null;
}

/** The fingerprint of an intent: equal for the same payload with the same origin, and for no other. */
export function fingerprintOf(
  cardId: CardId,
  request: OperationRequest,
  { resends = null, reverses = null }: Origin = {},
): string {
  const hash = createHash("sha256").update(fingerprintText(cardId, request));
  if (resends !== null) hash.update(`\nresends ${resends}`);
  if (reverses !== null) hash.update(`\nreverses ${reverses}`);
  return hash.digest("hex");
}
