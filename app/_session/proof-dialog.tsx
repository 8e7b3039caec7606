"use client";

import { useLayoutEffect, useRef } from "react";

import { Button } from "@/components/ui/button";
import type { ProofMethod } from "@/lib/domain/access";
import { useReader } from "@/lib/i18n/use-reader";

import { proveAction } from "./actions";
import { answerProof } from "./ask-desk";
import { AtProvider } from "./at-provider";
import type { SessionFacts } from "./facts";
import { proofGiven } from "./session-watch";
import { TypedProof } from "./typed-proof";

interface ProofDialogProps {
  method: ProofMethod;
  facts: SessionFacts;
}

/** Asks once more who is there. Whoever would rather not leaves it, and nothing was done. */
export function ProofDialog({ method, facts }: ProofDialogProps) {
  const { t } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  // The outside system is the browser's top layer.
  // In a layout effect: only what is still in the document gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const cancel = (
    <Button size="lg" className="flex-1" onClick={() => answerProof(false)}>
      {t("session.proof.cancel")}
    </Button>
  );
  return (
    <dialog
      ref={dialog}
      aria-labelledby="proof-title"
      aria-describedby="proof-lead"
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border bg-surface-raised p-0 text-ink shadow-pop backdrop:bg-scrim/50"
      onCancel={(event) => {
        event.preventDefault();
        answerProof(false);
      }}
    >
      <div className="flex flex-col gap-4 p-5">
        <div className="flex flex-col gap-1">
          <h2 id="proof-title" className="text-base font-semibold">
            {t("session.proof.title")}
          </h2>
          <p id="proof-lead" className="text-ink-soft">
            {t("session.proof.lead")}
          </p>
        </div>
        {method === "provider" ? (
          <>
            <AtProvider
              label={t("session.proof.provider", { provider: facts.provider })}
              lead={t("session.proof.providerLead")}
            />
            <div className="flex">{cancel}</div>
          </>
        ) : (
          <TypedProof
            kind={method}
            facts={facts}
            send={proveAction}
            onGiven={proofGiven}
            submitLabel={t("session.proof.confirm")}
            busyLabel={t("session.proof.confirming")}
          >
            {cancel}
          </TypedProof>
        )}
      </div>
    </dialog>
  );
}
