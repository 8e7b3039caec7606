"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { ComponentType, ReactNode } from "react";

import type { SessionClock } from "@/lib/domain/session-clock";

import type { SessionFacts } from "./facts";
import { SHUT, begin, isShut, readState, subscribe } from "./session-store";
import type { SessionState } from "./session-store";
import { watchSession } from "./session-watch";

interface SessionGuardProps {
  /** As the server drew the page first. */
  clock: SessionClock;
  facts: SessionFacts;
  children: ReactNode;
}

/**
 * Guards what a signed-in person has on the screen: warns before the session locks, and covers the page
 * while it is locked. The page stays as it is underneath.
 */
export function SessionGuard({ clock, facts, children }: SessionGuardProps) {
  const state = useSyncExternalStore(subscribe, readState, () => null);
  const [first] = useState(clock);
  const isCovered = state !== null && isShut(state.phase);
  const isNeeded = state !== null && (state.phase !== "open" || state.proof !== null);
  const dialogs = useDialogs(isNeeded || state?.endsSoon === true);

  // The outside systems: the person, the time, the other tabs, and the desk.
  useEffect(() => {
    begin(first);
    const stop = watchSession();
    return () => {
      stop();
      begin(undefined);
    };
  }, [first]);

  // The document is outside of React: what is covered is not seen, printed, found or read aloud,
  // even before the cover is there.
  useEffect(() => {
    document.documentElement.toggleAttribute(SHUT, isCovered);
    return () => document.documentElement.removeAttribute(SHUT);
  }, [isCovered]);

  return (
    <>
      <output className="block print:hidden">
        {dialogs !== null && state?.endsSoon === true && !isCovered && (
          <dialogs.EndsSoon facts={facts} state={state} />
        )}
      </output>
      {children}
      {dialogs !== null && isNeeded && <dialogs.SessionDialogs facts={facts} state={state} />}
    </>
  );
}

type Dialog = ComponentType<{ facts: SessionFacts; state: SessionState }>;
interface Dialogs {
  readonly SessionDialogs: Dialog;
  readonly EndsSoon: Dialog;
}

const PRELOAD_AFTER_MS = 1_000;
const RETRY_MS = 3_000;

/** Fetched apart, so that no page waits for them, and early, because the desk may be away later. */
function useDialogs(isNeeded: boolean): Dialogs | null {
  const [dialogs, setDialogs] = useState<Dialogs | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isThere = dialogs !== null;
  // The outside system is the desk, which serves the file.
  useEffect(() => {
    if (isThere) return;
    let timer: ReturnType<typeof setTimeout>;
    const fetchThem = () => {
      import("./session-dialogs").then(setDialogs, () => {
        timer = setTimeout(() => setAttempt((count) => count + 1), RETRY_MS);
      });
    };
    if (isNeeded || attempt > 0) fetchThem();
    else timer = setTimeout(fetchThem, PRELOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isThere, isNeeded, attempt]);
  return dialogs;
}
