"use client";

import type { UseFormReturn } from "react-hook-form";

import type { Card } from "@/lib/domain/card";
import type { OperationId } from "@/lib/domain/ids";
import { toDecimal } from "@/lib/domain/money";
import type { OperationForm, OperationRequest } from "@/lib/domain/operation";

import { senseAddress } from "./sense";
import type { useDraft } from "./use-draft";
import { useGoOn } from "./use-go-on";
import { useSubmit } from "./use-submit";

interface ConfirmOptions {
  readonly card: Card;
  readonly form: UseFormReturn<OperationForm, unknown, OperationRequest>;
  readonly draft: ReturnType<typeof useDraft>;
  readonly reverses: OperationId | null;
  /** What is under review; null while the fields are still being filled in. */
  readonly request: OperationRequest | null;
}

/** The review's last press: what was done before is known, its reason is there, and then it is sent. */
export function useConfirm({ card, form, draft, reverses, request }: ConfirmOptions) {
  const { submit, isSending, problem, forget } = useSubmit(() => draft.end());
  const { operationId } = draft;
  const address =
    request === null || operationId === null
      ? null
      : senseAddress({ cardId: card.id, operationId, reverses }, request);
  const { readReason, askAgain, ...goOn } = useGoOn({
    draft,
    address,
    isDemanded: problem?.kind === "similar",
  });

  async function confirm() {
    if (operationId === null) return;
    const reason = await readReason();
    if (!reason.ok) return;
    const balanceSeen = card.balance === null ? null : toDecimal(card.balance);
    const sending = { operationId, cardId: card.id, balanceSeen, reverses };
    const failure = await submit({
      ...sending,
      form: form.getValues(),
      goOnReason: reason.value,
    });
    // Somebody has sent one meanwhile.
    if (failure?.kind === "similar") askAgain();
  }

  return { ...goOn, confirm, isSending, problem, forget };
}
