"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";

import { askDesk } from "@/app/_session/ask-desk";
import type { Failure } from "@/lib/domain/failure";
import type { CardId, OperationId } from "@/lib/domain/ids";
import type { OperationForm } from "@/lib/domain/operation";
import { paths } from "@/lib/paths";

import { submitOperationAction } from "./actions";

/** `lost`: the desk itself did not answer. Sending again is safe, because the id stays the same. */
export type SubmitProblem = Failure | { readonly kind: "lost" };

interface Sending {
  readonly cardId: CardId;
  readonly operationId: OperationId;
  readonly balanceSeen: string | null;
  readonly form: OperationForm;
  readonly goOnReason: string | null;
  readonly reverses: OperationId | null;
}

const LOOKS = 5;
const LOOK_PAUSE_MS = 1_000;

/** Sends the operation and goes to its page, whatever its outcome. Otherwise gives what is in the way. */
export function useSubmit(onRecorded: () => void) {
  const router = useRouter();
  const isUnderWay = useRef(false);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<SubmitProblem | null>(null);

  async function submit(sending: Sending): Promise<SubmitProblem | null> {
    // A second press arrives before React has drawn the busy button.
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    setIsSending(true);
    setProblem(null);
    const failure = await send(sending);
    if (failure === null) {
      onRecorded();
      router.replace(paths.operation(sending.operationId));
      return null;
    }
    isUnderWay.current = false;
    setIsSending(false);
    setProblem(failure);
    return failure;
  }

  return { submit, isSending, problem, forget: () => setProblem(null) };
}

/** Null once the desk has the operation on record. */
async function send(sending: Sending): Promise<SubmitProblem | null> {
  try {
    const result = await askDesk(() => submitOperationAction(sending));
    return result.ok ? null : result.failure;
  } catch {
    // No answer from the desk, or an answer that broke: whether it arrived is on record there.
    return (await isOnRecord(sending.operationId)) ? null : { kind: "lost" };
  }
}

async function isOnRecord(operationId: OperationId): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    const status = await fetch(paths.operationStatus(operationId), { cache: "no-store" }).then(
      (response) => response.status,
      () => null,
    );
    if (status === 200) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_PAUSE_MS));
  }
  return false;
}
