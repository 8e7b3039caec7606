import type { SessionClock } from "@/lib/domain/session-clock";
import { paths } from "@/lib/paths";
import { RENEWAL_HEADER } from "@/lib/renewal-header";

import { hereAction, lockAction } from "./actions";
import { answerProof } from "./ask-desk";
import {
  SOON_MS,
  WARN_MS,
  change,
  heedClock,
  heedStatus,
  isShut,
  phaseByTime,
  hearOnlyAfter,
  readState,
  subscribe,
} from "./session-store";

/** So often the server is told at most that the person is there. */
const TELL_EVERY_MS = 30_000;
/** A press that leads to another page is told of when that page is on its way. */
const TELL_AFTER_MS = 1_000;
const PATIENCE_MS = 8_000;
const ACTIVITY = ["keydown", "pointerdown", "wheel", "touchstart"] as const;
const CHANNEL = "desk-session";

/** What the tabs of a browser tell each other. They have one session between them. */
type News =
  | { readonly kind: "clock"; readonly idleAtMs: number; readonly overAtMs: number }
  | { readonly kind: "locking" | "locked" | "unlocked" | "proven" };

/** For so long a page that was covered by hand hears nothing that would open it, while the server is told. */
const LOCKING_MS = 30_000;
const RETRY_MS = 3_000;
/** A computer that has just woken up has no network for a moment. */
const RENEWAL_PAUSES_MS = [300, 1_000, 3_000];

let channel: BroadcastChannel | null = null;
let activeAtMs = 0;
let toldAtMs = 0;
/** The server is being told, and then time is counted anew. */
let isTelling = false;
let telling: ReturnType<typeof setTimeout> | undefined;
let ticking: ReturnType<typeof setTimeout> | undefined;
/** Covered by hand, and the server does not know it yet. */
let isLocking = false;

/** Watches the person, the time and the other tabs, until the function that it gives is called. */
export function watchSession(): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true } as const;
  channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<News>) => hear(data), options);
  for (const kind of ACTIVITY) document.addEventListener(kind, notice, options);
  document.addEventListener("visibilitychange", wake, options);
  for (const kind of ["pageshow", "online"]) window.addEventListener(kind, wake, options);
  const unsubscribe = subscribe(plan);
  tick();
  return () => {
    stop.abort();
    unsubscribe();
    channel?.close();
    channel = null;
    clearTimeout(telling);
    clearTimeout(ticking);
    telling = undefined;
  };
}

/** A key or a press of a person. Only what extends is one while the warning is open. */
function notice(event: Event): void {
  const state = readState();
  if (!event.isTrusted || state === null || state.phase !== "open") return;
  activeAtMs = Date.now();
  if (telling !== undefined) return;
  const waitMs = Math.max(TELL_AFTER_MS, toldAtMs + TELL_EVERY_MS - activeAtMs);
  telling = setTimeout(() => void tell(), waitMs);
}

/** Tells the server when the person was there, and the other tabs what is left since. */
async function tell({ isStaying = false } = {}): Promise<void> {
  clearTimeout(telling);
  telling = undefined;
  isTelling = true;
  const askedAtMs = Date.now();
  toldAtMs = askedAtMs;
  const agoMs = Math.min(60_000, Math.max(0, askedAtMs - activeAtMs));
  const result = await Promise.race([hereAction({ agoMs }).catch(() => null), noAnswer()]);
  isTelling = false;
  if (isStaying) hearOnlyAfter(askedAtMs);
  // Without an answer the time goes on, and the next press is told of again.
  if (result?.ok === true) spread(result.value, askedAtMs);
  else if (result?.failure.kind === "locked") heedStatus(423, askedAtMs);
  else if (result?.failure.kind === "signed-out") heedStatus(401, askedAtMs);
  tick();
}

/** Away from the network an action may wait for longer than a session has. */
function noAnswer(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}

function spread(clock: SessionClock, askedAtMs: number): void {
  heedClock(clock, askedAtMs);
  const state = readState();
  if (state === null) return;
  const { idleAtMs, overAtMs } = state;
  send({ kind: "clock", idleAtMs, overAtMs });
}

/** Stays: the one press that the warning asks for. Until the server has it, what it says is old news. */
export function stay(): void {
  activeAtMs = Date.now();
  hearOnlyAfter(Infinity);
  isTelling = true;
  change({ phase: "open" });
  void tell({ isStaying: true });
}

/** Covers every tab at once, and then has the server lock, which it is told until it has done it. */
export async function lockNow(): Promise<void> {
  change({ phase: "locked" });
  hearOnlyAfter(Infinity);
  send({ kind: "locking" });
  isLocking = true;
  while (isLocking) {
    const result = await lockAction(null).catch(() => null);
    if (result !== null) break;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  if (!isLocking) return;
  isLocking = false;
  hearOnlyAfter(Date.now());
  send({ kind: "locked" });
}

/** Opens every tab again with what the proof handed over; false when the new cookie did not come. */
export async function renew(renewal: string): Promise<boolean> {
  isLocking = false;
  hearOnlyAfter(Date.now());
  for (const pauseMs of RENEWAL_PAUSES_MS) {
    if (await ask({ [RENEWAL_HEADER]: renewal })) return true;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return ask({ [RENEWAL_HEADER]: renewal });
}

/** Takes a proof for given, here and in the other tabs. */
export function proofGiven(): void {
  send({ kind: "unlocked" });
  answerProof(true);
  tick();
}

/** Asks the server how the session stands, which is no sign of the person. Whether it answered. */
export async function ask(headers: Record<string, string> = {}): Promise<boolean> {
  const askedAtMs = Date.now();
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(paths.session(), { headers, signal, cache: "no-store" });
    heedStatus(response.status, askedAtMs);
    if (!response.ok) return false;
    // Our own handler of the same build wrote it.
    const clock: SessionClock = await response.json();
    heedClock(clock, askedAtMs);
    return true;
  } catch {
    // The desk cannot be reached: what this computer's clock says is all there is.
    return false;
  }
}

function hear(news: News): void {
  const state = readState();
  if (state === null) return;
  if (news.kind === "locking" || news.kind === "locked") {
    change({ phase: "locked" });
    hearOnlyAfter(Date.now() + (news.kind === "locking" ? LOCKING_MS : 0));
  }
  // What another tab says opens nothing: the server is asked.
  if (news.kind === "unlocked" || news.kind === "proven") {
    hearOnlyAfter(Date.now());
    void ask();
  }
  if (news.kind === "proven" && state.proof !== null) answerProof(true);
  if (news.kind === "clock" && !isShut(state.phase)) {
    const { idleAtMs, overAtMs } = news;
    const isNear = idleAtMs - Date.now() <= WARN_MS;
    change({ idleAtMs, overAtMs, phase: isNear ? "warned" : "open" });
  }
  tick();
}

/** Tells the other tabs that a provider has proven who is there. */
export function tellProven(): void {
  const once = new BroadcastChannel(CHANNEL);
  once.postMessage({ kind: "proven" } satisfies News);
  once.close();
}

function send(news: News): void {
  channel?.postMessage(news);
}

function wake(): void {
  if (document.visibilityState !== "visible") return;
  tick();
  void ask().then(tick);
}

/** Does what is due by the time, and comes back when the next thing is. */
function tick(): void {
  clearTimeout(ticking);
  const state = readState();
  if (state === null) return;
  const now = Date.now();
  const phase = phaseByTime(state, now);
  if (phase !== state.phase) {
    change({ phase });
    // The server knows better: somebody may have been there on another page.
    if (phase === "locked") void ask();
  }
  const isTime = phase === "open" && now >= state.idleAtMs - WARN_MS;
  if (isTime && !isTelling) void beforeWarning();
  const soonAtMs = state.overAtMs - SOON_MS;
  if (now >= soonAtMs !== state.endsSoon) change({ endsSoon: now >= soonAtMs });
  const due = [state.idleAtMs - WARN_MS, state.idleAtMs, soonAtMs, state.overAtMs];
  const dueMs = Math.min(...due.filter((at) => at > now));
  clearTimeout(ticking);
  if (dueMs < Infinity) ticking = setTimeout(tick, dueMs - now);
}

let planned = "";

/** Whatever changes when something is due changes when to look. */
function plan(): void {
  const state = readState();
  const due = state === null ? "" : `${state.phase} ${state.idleAtMs} ${state.overAtMs}`;
  if (due === planned) return;
  planned = due;
  tick();
}

/** What was not told yet counts, and so does what the server knows from other pages. */
async function beforeWarning(): Promise<void> {
  if (telling !== undefined) return tell();
  await ask();
  const state = readState();
  if (state?.phase !== "open") return;
  // Not reached, or not yet: by this computer's clock it is time.
  if (Date.now() >= state.idleAtMs - WARN_MS) change({ phase: "warned" });
  else tick();
}
