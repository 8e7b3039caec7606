import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

import { heedStatus, isSeen } from "@/app/_session/session-store";
import { paths } from "@/lib/paths";

const POLL_MS = 5_000;
const TICK_MS = 1_000;

/** Whether what is shown is what the desk has, as of when. */
export interface Live {
  readonly state: "on" | "off" | "signed-out";
  /** The last moment at which the desk answered, on its own clock. */
  readonly asOfMs: number;
}

/**
 * Compares the version of the list that the page shows with the desk's while the page is visible, and
 * draws the page anew where they differ. Gives the desk's clock, because the browser's may be wrong.
 */
export function useDeskVersion(version: string, renderedAtMs: number) {
  const router = useRouter();
  const [live, setLive] = useState<Live>({ state: "on", asOfMs: renderedAtMs });
  const [nowMs, setNowMs] = useState(renderedAtMs);
  const clock = useRef<{ deskMs: number; readAtMs: number }>(null);

  // The outside systems: the desk, the page's visibility, and time.
  useEffect(() => {
    const stop = new AbortController();
    const compare = async () => {
      if (!isSeen()) return;
      const answer = await askVersion(stop.signal);
      if (stop.signal.aborted) return;
      if (answer.kind !== "answered") {
        setLive((before) => ({ ...before, state: answer.kind }));
        return;
      }
      clock.current = { deskMs: answer.nowMs, readAtMs: performance.now() };
      setLive({ state: "on", asOfMs: answer.nowMs });
      if (answer.version !== version) router.refresh();
    };
    void compare();
    const timer = setInterval(() => void compare(), POLL_MS);
    document.addEventListener("visibilitychange", () => void compare(), { signal: stop.signal });
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [version, router]);

  useEffect(() => {
    const timer = setInterval(() => {
      if (clock.current === null) return;
      setNowMs(clock.current.deskMs + performance.now() - clock.current.readAtMs);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, []);

  return { live, nowMs };
}

type Answer =
  | { readonly kind: "answered"; readonly version: string; readonly nowMs: number }
  | { readonly kind: "off" | "signed-out" };

async function askVersion(signal: AbortSignal): Promise<Answer> {
  const askedAtMs = Date.now();
  try {
    const response = await fetch(paths.unsettledVersion(), { signal, cache: "no-store" });
    heedStatus(response.status, askedAtMs);
    if (response.status === 401) return { kind: "signed-out" };
    if (!response.ok) return { kind: "off" };
    // Our own handler of the same build wrote it.
    const { version, now }: { version: string; now: string } = await response.json();
    return { kind: "answered", version, nowMs: Date.parse(now) };
  } catch {
    // Unreachable, or no JSON: either way there is no news from the desk.
    return { kind: "off" };
  }
}
