"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { formatTime } from "@/lib/i18n/format";
import { useReader } from "@/lib/i18n/use-reader";

import type { SessionFacts } from "./facts";
import { LockCover } from "./lock-cover";
import { OverCover } from "./over-cover";
import { ProofDialog } from "./proof-dialog";
import type { SessionState } from "./session-store";
import { IdleWarning } from "./idle-warning";

interface DialogProps {
  facts: SessionFacts;
  state: SessionState;
}

/** Whatever stands between the person and the page at the moment. */
export function SessionDialogs({ facts, state }: DialogProps) {
  const { phase, proof } = state;
  return (
    <>
      {proof !== null && <ProofDialog method={proof} facts={facts} />}
      {phase === "warned" && <IdleWarning idleAtMs={state.idleAtMs} />}
      {phase === "locked" && <LockCover facts={facts} />}
      {(phase === "expired" || phase === "ended") && <OverCover why={phase} facts={facts} />}
    </>
  );
}

/**
 * Some minutes before the longest age: quiet and in a corner, because nothing has to be done about it
 * now, and gone when its reader says so.
 */
export function EndsSoon({ facts, state }: DialogProps) {
  const { t, locale, timeZone } = useReader();
  const [isRead, setIsRead] = useState(false);
  if (isRead) return null;
  const time = formatTime(locale, timeZone, new Date(state.overAtMs));
  return (
    <span className="fixed inset-x-4 bottom-20 z-40 flex flex-col items-start gap-2 rounded-lg border bg-surface-raised p-4 shadow-pop sm:right-auto sm:bottom-4 sm:w-80">
      <span>{t("session.soon", { time, hours: facts.hours })}</span>
      <Button onClick={() => setIsRead(true)}>{t("common.close")}</Button>
    </span>
  );
}
