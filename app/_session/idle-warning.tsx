"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { useReader } from "@/lib/i18n/use-reader";

import { lockNow, stay } from "./session-watch";

/** What is read aloud, and not every second. */
const SAID_AT_S = [60, 30, 10] as const;

/** One minute before the lock. One key stays: the focus is on the button, and Escape does it too. */
export function IdleWarning({ idleAtMs }: { idleAtMs: number }) {
  const { t } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  const stayButton = useRef<HTMLButtonElement>(null);
  const seconds = useSecondsTo(idleAtMs);
  // The outside systems are the browser's top layer and the focus.
  // In a layout effect: only what is still in the document gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    stayButton.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby="idle-title"
      aria-describedby="idle-kept"
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border bg-surface-raised p-0 text-ink shadow-pop backdrop:bg-scrim/50"
      onCancel={(event) => {
        event.preventDefault();
        stay();
      }}
    >
      <div className="flex flex-col gap-4 p-5">
        <div className="flex flex-col gap-1">
          <h2 id="idle-title" className="text-base font-semibold">
            {t("session.warning.title")}
          </h2>
          <p aria-hidden className="figures">
            {t("session.warning.left", { seconds })}
          </p>
          <p id="idle-kept" className="text-ink-soft">
            {t("session.warning.kept")}
          </p>
          <output className="sr-only">
            {t("session.warning.left", { seconds: saidOf(seconds) })}
          </output>
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="lg" onClick={() => void lockNow()}>
            {t("session.warning.lock")}
          </Button>
          <Button variant="primary" size="lg" ref={stayButton} onClick={stay}>
            {t("session.warning.stay")}
          </Button>
        </div>
      </div>
    </dialog>
  );
}

function useSecondsTo(atMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  // The outside system is time.
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((atMs - nowMs) / 1_000));
}

function saidOf(seconds: number): number {
  return SAID_AT_S.findLast((step) => seconds <= step) ?? seconds;
}
