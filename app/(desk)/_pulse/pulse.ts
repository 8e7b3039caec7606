import { heedClock, heedStatus } from "@/app/_session/session-store";
import type { SessionClock } from "@/lib/domain/session-clock";
import { paths } from "@/lib/paths";

/** Since when, by whom and why the desk sends nothing. */
export interface Stopped {
  /** An ISO 8601 instant. */
  readonly since: string;
  readonly by: string;
  /** Null when the desk stopped by itself. */
  readonly reason: string | null;
}

/** What every page shows of the whole desk. */
export interface Pulse {
  readonly line: { readonly stopped: Stopped | null };
  readonly unsettledCount: number;
}

const PATIENCE_MS = 8_000;

/** The desk's pulse now; null when it does not tell: signed out, away, or of another version. */
export async function readPulse(): Promise<Pulse | null> {
  const askedAtMs = Date.now();
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(paths.pulse(), { signal, cache: "no-store" });
    heedStatus(response.status, askedAtMs);
    const answer: unknown = response.ok ? await response.json() : null;
    if (!isPulse(answer)) return null;
    const { clock, line, unsettledCount } = answer;
    heedClock(clock, askedAtMs);
    return { line, unsettledCount };
  } catch {
    // What is shown stays, and the next look may be answered.
    return null;
  }
}

/** By hand: a library of schemas would weigh more than all the rest of what every page carries. */
function isPulse(answer: unknown): answer is Pulse & { readonly clock: SessionClock } {
  if (!isObject(answer) || !("line" in answer) || !("unsettledCount" in answer)) return false;
  if (!("clock" in answer) || !isObject(answer.clock)) return false;
  const { line, unsettledCount } = answer;
  if (!isObject(line) || !("stopped" in line) || typeof unsettledCount !== "number") return false;
  return line.stopped === null || isStopped(line.stopped);
}

function isStopped(value: unknown): value is Stopped {
  if (!isObject(value) || !("since" in value) || !("by" in value) || !("reason" in value)) {
    return false;
  }
  const { since, by, reason } = value;
  const hasReason = reason === null || typeof reason === "string";
  return typeof since === "string" && typeof by === "string" && hasReason;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
