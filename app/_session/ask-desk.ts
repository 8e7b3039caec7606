import type { ProofMethod } from "@/lib/domain/access";
import type { Failure } from "@/lib/domain/failure";
import type { Result } from "@/lib/domain/result";

import { change, isShut, readState, subscribe } from "./session-store";

/** A person who is asked for a proof again and again is asked in vain. */
const ROUNDS = 4;

/**
 * The way in which a page calls an action for its person. Where the session is locked it covers the
 * page, and where it takes a fresh proof it asks for one; then it makes the same call again, because
 * nothing was done. Whoever leaves the question or signs out gets the failure.
 */
export async function askDesk<T>(
  call: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  let result = await call();
  for (let round = 1; round < ROUNDS && !result.ok; round += 1) {
    if (!(await isOutOfTheWay(result.failure))) return result;
    result = await call();
  }
  return result;
}

/** Whether what was in the way is gone: the lock opened, or the proof given. */
async function isOutOfTheWay(failure: Failure): Promise<boolean> {
  if (readState() === null) return false;
  if (failure.kind === "signed-out") change({ phase: "ended" });
  if (failure.kind === "locked") {
    change({ phase: "locked" });
    return opened();
  }
  if (failure.kind === "step-up") return proven(failure.method);
  return false;
}

/** True once the lock is open, false when the session is over. */
function opened(): Promise<boolean> {
  return when(({ phase }) => (phase === "locked" ? null : !isShut(phase)));
}

let answer: boolean | null = null;

/** True once the proof was given, false when its person would rather not. */
function proven(method: ProofMethod): Promise<boolean> {
  answer = null;
  change({ proof: method });
  return when(({ proof, phase }) => {
    if (phase === "expired" || phase === "ended") return false;
    return proof === null ? answer === true : null;
  });
}

/** Ends the question for a proof. */
export function answerProof(isProven: boolean): void {
  answer = isProven;
  change({ proof: null });
}

type State = NonNullable<ReturnType<typeof readState>>;

/** Waits for the state to decide. Whoever leaves the page gets no answer, and needs none. */
function when(decide: (state: State) => boolean | null): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const state = readState();
      const decided = state === null ? false : decide(state);
      if (decided === null) return;
      stop();
      resolve(decided);
    };
    const stop = subscribe(look);
    look();
  });
}
