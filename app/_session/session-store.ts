import type { ProofMethod } from "@/lib/domain/access";
import type { OperatorId } from "@/lib/domain/ids";
import type { SessionClock } from "@/lib/domain/session-clock";

/**
 * How the session of this browser stands, as this page knows it. One per page and outside of React,
 * because what calls the desk is not always a component. The server decides; this shows it in time.
 */
export interface SessionState {
  readonly phase: Phase;
  readonly operatorId: OperatorId;
  /** Something waits for a fresh proof by this means. */
  readonly proof: ProofMethod | null;
  /** By the clock of this computer: when it locks, and when it is over. */
  readonly idleAtMs: number;
  readonly overAtMs: number;
  /** Its longest age is near. */
  readonly endsSoon: boolean;
}

export type Phase =
  | "open"
  /** It locks within a minute. */
  | "warned"
  | "locked"
  /** Over by its longest age. */
  | "expired"
  /** Ended here or elsewhere: signed out, ended by somebody, or another person's by now. */
  | "ended";

/** A minute is what WCAG 2.2.1 gives at least three times over to press a key. */
export const WARN_MS = 60_000;

/** So long before its longest age a session says so. */
export const SOON_MS = 300_000;

let state: SessionState | null = null;
let changedAtMs = 0;
const listeners = new Set<() => void>();

/** Null where no page guards the session: nothing is covered there, and nothing asked. */
export const readState = (): SessionState | null => state;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function change(changes: Partial<SessionState>): void {
  if (state === null) return;
  const before = state;
  state = { ...before, ...changes };
  if (isShut(state.phase) !== isShut(before.phase)) changedAtMs = Date.now();
  for (const listener of listeners) listener();
}

/** Begins with what the server said as it drew the page; undefined when the page is left. */
export function begin(clock: SessionClock | undefined): void {
  const now = Date.now();
  state =
    clock === undefined
      ? null
      : {
          phase: "open",
          operatorId: clock.operatorId,
          proof: null,
          endsSoon: false,
          ...endsOf(clock, now),
        };
  changedAtMs = now;
}

/** Whatever was asked before that moment is old news; in the future, while the server is being told. */
export function hearOnlyAfter(atMs: number): void {
  changedAtMs = atMs;
}

/** Stands on <html> while nothing of the page is to be drawn (globals.css). */
export const SHUT = "data-shut";

export const isShut = (phase: Phase): boolean => phase !== "open" && phase !== "warned";

/** Whether anybody can see the page: the tab is in front, and nothing covers it. */
export const isSeen = (): boolean =>
  document.visibilityState === "visible" && (state === null || !isShut(state.phase));

/**
 * Takes what the server says is left. What was asked before the page was locked or opened is older than
 * that, and is not heard.
 */
export function heedClock(clock: SessionClock, askedAtMs: number): void {
  // What is over is begun anew by signing in, and that loads the page.
  if (state === null || askedAtMs < changedAtMs || isOver(state.phase)) return;
  if (clock.operatorId !== state.operatorId) return change({ phase: "ended" });
  const now = Date.now();
  change({ ...endsOf(clock, now), phase: clock.idleLeftMs <= WARN_MS ? "warned" : "open" });
}

/** Takes an answer's status: the server says that the session is locked, or that there is none. */
export function heedStatus(status: number, askedAtMs: number): void {
  if (state === null || askedAtMs < changedAtMs) return;
  if (status === 423 && state.phase !== "locked") change({ phase: "locked" });
  if (status === 401 && !isOver(state.phase)) change({ phase: overPhase(state) });
}

/** What this computer's clock makes of the phase; what is shut stays so until the server says otherwise. */
export function phaseByTime(current: SessionState, now: number): Phase {
  if (isOver(current.phase)) return current.phase;
  if (now >= current.overAtMs) return "expired";
  if (current.phase === "locked" || now >= current.idleAtMs) return "locked";
  return current.phase;
}

const isOver = (phase: Phase) => phase === "expired" || phase === "ended";

function overPhase({ overAtMs }: SessionState): Phase {
  // The server's clock and this computer's need not agree to the second.
  return Date.now() >= overAtMs - 5_000 ? "expired" : "ended";
}

function endsOf({ idleLeftMs, absoluteLeftMs }: SessionClock, now: number) {
  return { idleAtMs: now + idleLeftMs, overAtMs: now + absoluteLeftMs };
}
