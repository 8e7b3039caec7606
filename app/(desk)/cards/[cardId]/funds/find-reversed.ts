import "server-only";

import { OperationId } from "@/lib/domain/ids";
import type { CardId } from "@/lib/domain/ids";
import { may, permissionToMove } from "@/lib/domain/operator";
import { isReversible, opposite } from "@/lib/domain/reversal";
import { desk } from "@/lib/server/desk";
import type { Actor } from "@/lib/server/desk";
import { readOperation } from "@/lib/server/operations/read-operation";
import { readReversals } from "@/lib/server/operations/read-reversals";

import type { Reversed } from "./reversed";

export type CannotReverse = "not-found" | "not-applied" | "is-reversal" | "nothing-left" | "denied";

type Found =
  | { readonly kind: "ready"; readonly reversed: Reversed }
  | {
      readonly kind: "cannot";
      readonly why: CannotReverse;
      /** Null where there is none to show. */
      readonly operationId: OperationId | null;
    };

/**
 * The operation that an address asks to take back. Never nothing: who follows a link to a reversal
 * must not end up in a form that looks like it and reverses nothing.
 */
export async function findReversed(
  actor: Actor,
  cardId: CardId,
  asked: string | string[],
): Promise<Found> {
  const id = OperationId.safeParse(asked);
  const story = id.success ? await readOperation(desk(), actor, id.data) : null;
  if (story === null || !story.ok || story.value.operation.cardId !== cardId) {
    return { kind: "cannot", why: "not-found", operationId: null };
  }
  const { operation } = story.value;
  const { id: operationId, reference, direction, amount, operatorName: by } = operation;
  const { left } = await readReversals(desk(), actor, operation);
  const cannot = (why: CannotReverse) => ({ kind: "cannot", why, operationId }) as const;
  if (operation.reverses !== null) return cannot("is-reversal");
  if (!isReversible(operation)) return cannot("not-applied");
  if (left.units === 0n) return cannot("nothing-left");
  const mayReverse =
    may(actor.operator, "operation.reverse") &&
    may(actor.operator, permissionToMove(opposite(direction)));
  if (!mayReverse) return cannot("denied");
  const at = operation.createdAt;
  return { kind: "ready", reversed: { operationId, reference, direction, amount, by, at, left } };
}
