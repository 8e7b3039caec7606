"use client";

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

/** Some minutes before the longest age: quiet, because nothing has to be done about it now. */
export function EndsSoon({ facts, state }: DialogProps) {
  const { t, locale, timeZone } = useReader();
  const time = formatTime(locale, timeZone, new Date(state.overAtMs));
  return (
    <span className="block border-b border-accent/30 bg-accent-soft px-4 py-2.5 sm:px-6">
      {t("session.soon", { time, hours: facts.hours })}
    </span>
  );
}
