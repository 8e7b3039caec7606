import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

import { heedStatus, isSeen } from "@/app/_session/session-store";
import type { OperationId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import { paths } from "@/lib/paths";

/** How the desk stands with an operation, as GET /api/operations/{id} tells it. Times in milliseconds. */
export interface SettlingState {
  readonly status: OperationStatus;
  readonly looks: number;
  readonly lastLookAtMs: number | null;
  readonly nextLookAtMs: number | null;
  readonly version: number;
  /** The desk's own clock, because the browser's may be wrong. */
  readonly nowMs: number;
}

export type Liveness = "on" | "off" | "signed-out";

const PAUSES_MS = { intended: 1_000, unknown: 3_000 } as const;
const TICK_MS = 1_000;

/**
 * Asks the desk about an operation while the page is visible and its outcome is open, and draws the
 * page anew when its journal has more than what is shown. `nowMs` is the desk's clock, ticking.
 */
export function useSettling(operationId: OperationId, shown: SettlingState) {
  const router = useRouter();
  const [seen, setSeen] = useState(shown);
  const [liveness, setLiveness] = useState<Liveness>("on");
  const state = seen.version < shown.version ? shown : seen;
  const { status, version } = shown;

  // The outside systems: the desk, and whether anybody sees the page.
  useEffect(() => {
    if (status !== "intended" && status !== "unknown") return;
    const stop = new AbortController();
    let isAsking = false;
    const ask = async () => {
      if (isAsking || !isSeen()) return;
      isAsking = true;
      const answer = await askStatus(operationId, stop.signal);
      isAsking = false;
      if (stop.signal.aborted) return;
      if (answer === "off" || answer === "signed-out") {
        setLiveness(answer);
        return;
      }
      setLiveness("on");
      setSeen(answer);
      if (answer.version > version) router.refresh();
    };
    const onAsk = () => void ask();
    onAsk();
    const timer = setInterval(onAsk, PAUSES_MS[status]);
    document.addEventListener("visibilitychange", onAsk, { signal: stop.signal });
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [operationId, status, version, router]);

  return { state, liveness, nowMs: useDeskClock(state.nowMs) };
}

/** The desk's clock: what it said last, and the time that has gone by here since. */
function useDeskClock(deskMs: number): number {
  const [tick, setTick] = useState({ deskMs, elapsedMs: 0 });
  // The outside system is time.
  useEffect(() => {
    const readAtMs = performance.now();
    const timer = setInterval(
      () => setTick({ deskMs, elapsedMs: performance.now() - readAtMs }),
      TICK_MS,
    );
    return () => clearInterval(timer);
  }, [deskMs]);
  return tick.deskMs === deskMs ? deskMs + tick.elapsedMs : deskMs;
}

async function askStatus(
  operationId: OperationId,
  signal: AbortSignal,
): Promise<SettlingState | "off" | "signed-out"> {
  const askedAtMs = Date.now();
  try {
    const response = await fetch(paths.operationStatus(operationId), { signal, cache: "no-store" });
    heedStatus(response.status, askedAtMs);
    if (response.status === 401) return "signed-out";
    if (!response.ok) return "off";
    // Our own handler of the same build wrote it.
    const state: SettlingState = await response.json();
    return state;
  } catch {
    // Unreachable, or no JSON: either way there is no news from the desk.
    return "off";
  }
}
