"use client";

import { useRouter } from "next/navigation";
import { createContext, useContext, useEffect, useState } from "react";
import type { ReactNode } from "react";

import { isSeen } from "@/app/_session/session-store";

import { readPulse } from "./pulse";
import type { Pulse } from "./pulse";

const POLL_MS = 5_000;
const COVERED_EVERY = 6;

const PulseContext = createContext<Pulse>({ line: { stopped: null }, unsettledCount: 0 });

/** The pulse as it was last seen. */
export function usePulse(): Pulse {
  return useContext(PulseContext);
}

interface PulseProviderProps {
  /** As the server drew the page with it. */
  initial: Pulse;
  children: ReactNode;
}

/** Feels the desk's pulse while the page can be seen, so that nobody has to reload to know it. */
export function PulseProvider({ initial, children }: PulseProviderProps) {
  const router = useRouter();
  const [seen, setSeen] = useState({ after: initial, pulse: initial });

  // The outside systems are the desk, which others change, and the tab, which may be in the background.
  useEffect(() => {
    let last = JSON.stringify(initial);
    let isLooking = false;
    let isOver = false;
    let looks = 0;
    async function look() {
      if (isLooking || document.visibilityState !== "visible") return;
      // Under a cover there is nothing to see but whether it may go.
      looks += 1;
      if (!isSeen() && looks % COVERED_EVERY !== 0) return;
      isLooking = true;
      const pulse = await readPulse();
      isLooking = false;
      const text = JSON.stringify(pulse);
      if (isOver || pulse === null || text === last) return;
      last = text;
      setSeen({ after: initial, pulse });
      if (!readsIssuer(window.location.pathname)) router.refresh();
    }
    const onLook = () => void look();
    const timer = setInterval(onLook, POLL_MS);
    document.addEventListener("visibilitychange", onLook);
    return () => {
      isOver = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onLook);
    };
  }, [initial, router]);

  // What was seen before the server drew the page anew is older than what it drew.
  const pulse = seen.after === initial ? seen.pulse : initial;
  return <PulseContext value={pulse}>{children}</PulseContext>;
}

/**
 * Whether to draw this page anew would ask the issuer: a card and its month. With every unknown outcome
 * on the desk all open cards would ask it at once, just when it is ill; and a card that cannot be read
 * would take away the form that somebody is filling in.
 */
function readsIssuer(pathname: string): boolean {
  return pathname.startsWith("/cards");
}
