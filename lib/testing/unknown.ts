import type { OperationId } from "@/lib/domain/ids";
import type { OperationForm } from "@/lib/domain/operation";
import type { Actor } from "@/lib/server/desk";
import { checkOperation } from "@/lib/server/operations/check-operation";
import { submitOperation } from "@/lib/server/operations/submit-operation";

import { channelForm, newOperationId, newReference, submission } from "./desk";
import type { DeskWithSandbox } from "./desk";

/** Test helpers: operations whose outcome is not known, and what became of them. */

export interface Sent {
  readonly operationId: OperationId;
  readonly form: OperationForm;
}

/** Sends an operation that this sentinel of the sandbox leaves unknown. */
export async function sendUnknown(
  { desk }: DeskWithSandbox,
  actor: Actor,
  mark: string,
  { cardId = "12345", ...changes }: Partial<OperationForm> & { cardId?: string } = {},
): Promise<Sent> {
  const form = channelForm({ reference: newReference(mark), amount: "1.00", ...changes });
  const operationId = newOperationId();
  const sent = await submitOperation(desk, actor, submission(form, { operationId, cardId }));
  if (!sent.ok || sent.value.status !== "unknown") throw new Error("It is not unknown.");
  return { operationId, form };
}

/** Looks until absence is proven; the clock moves on as far as that takes. */
export async function proveAbsent(
  { desk, clock }: DeskWithSandbox,
  actor: Actor,
  operationId: OperationId,
): Promise<void> {
  const { absenceLooks, absenceWindowMs } = desk.settling;
  for (let look = 1; look <= absenceLooks; look += 1) {
    clock.advance(absenceWindowMs / absenceLooks + 1);
    const checked = await checkOperation(desk, actor, operationId);
    if (!checked.ok) throw new Error(`The look failed: ${checked.failure.kind}.`);
    if (checked.value.status === "not-applied") return;
  }
  throw new Error("Absence was not proven.");
}
