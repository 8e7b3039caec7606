import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Failure } from "@/lib/domain/failure";
import { OperatorId } from "@/lib/domain/ids";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { answerProof, askDesk } from "./ask-desk";
import {
  begin,
  change,
  heedClock,
  heedStatus,
  hearOnlyAfter,
  phaseByTime,
  readState,
} from "./session-store";

const MINUTE_MS = 60_000;
const operatorId = OperatorId.parse("019a0000-0000-4000-8000-000000000002");
const clock = { operatorId, idleLeftMs: 15 * MINUTE_MS, absoluteLeftMs: 720 * MINUTE_MS };

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime("2026-04-18T16:00:00Z");
  begin(clock);
});
afterEach(() => {
  begin(undefined);
  vi.useRealTimers();
});

const phase = () => readState()?.phase;

/** An action that fails with these, one after the other, and then works; counts how often it was called. */
function actionThatFails(...failures: Failure[]) {
  let calls = 0;
  const call = (): Promise<Result<string, Failure>> => {
    const failure = failures[calls];
    calls += 1;
    return Promise.resolve(failure === undefined ? ok("done") : fail(failure));
  };
  return { call, calls: () => calls };
}

/** Waits until what was called has come as far as it can. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("a call of the desk", () => {
  it("that meets a lock covers the page, and is made again once it is open", async () => {
    const action = actionThatFails({ kind: "locked" });
    const asked = askDesk(action.call);
    await settle();
    expect([phase(), action.calls()]).toEqual(["locked", 1]);
    heedClock(clock, Date.now());
    expect(await asked).toEqual(ok("done"));
    expect(action.calls()).toBe(2);
  });

  it("that meets a lock fails when the session ends under it", async () => {
    const action = actionThatFails({ kind: "locked" });
    const asked = askDesk(action.call);
    await settle();
    heedStatus(401, Date.now());
    expect(await asked).toEqual(fail({ kind: "locked" }));
    expect(action.calls()).toBe(1);
  });

  it("that takes a proof asks for it, and is made again once it is given", async () => {
    const action = actionThatFails({ kind: "step-up", method: "code" });
    const asked = askDesk(action.call);
    await settle();
    expect(readState()?.proof).toBe("code");
    answerProof(true);
    expect(await asked).toEqual(ok("done"));
  });

  it("that takes a proof fails when its person would rather not, and is not made again", async () => {
    const action = actionThatFails({ kind: "step-up", method: "password" });
    const asked = askDesk(action.call);
    await settle();
    answerProof(false);
    expect(await asked).toEqual(fail({ kind: "step-up", method: "password" }));
    expect(action.calls()).toBe(1);
  });

  it("that goes on asking for proofs is given up", async () => {
    const again = { kind: "step-up", method: "password" } as const;
    const action = actionThatFails(...Array.from({ length: 20 }, () => again));
    const asked = askDesk(action.call);
    for (let round = 0; round < 20; round += 1) {
      await settle();
      if (readState()?.proof !== null) answerProof(true);
    }
    expect(await asked).toEqual(fail(again));
    expect(action.calls()).toBe(4);
  });

  it("that fails otherwise, or where no page guards the session, gives the failure as it is", async () => {
    const denied = { kind: "denied", permission: "line.stop" } as const;
    expect(await askDesk(actionThatFails(denied).call)).toEqual(fail(denied));
    begin(undefined);
    expect(await askDesk(actionThatFails({ kind: "locked" }).call)).toEqual(
      fail({ kind: "locked" }),
    );
  });
});

describe("what a page knows of its session", () => {
  it("is not changed by an answer from before it was locked or opened", () => {
    const askedAtMs = Date.now();
    vi.advanceTimersByTime(5);
    change({ phase: "locked" });
    heedClock(clock, askedAtMs);
    expect(phase()).toBe("locked");
    vi.advanceTimersByTime(5);
    heedClock(clock, Date.now());
    expect(phase()).toBe("open");
    heedStatus(423, askedAtMs);
    expect(phase()).toBe("open");
  });

  it("hears of nothing while the server is still to be told", () => {
    change({ phase: "locked" });
    hearOnlyAfter(Infinity);
    heedClock(clock, Date.now());
    expect(phase()).toBe("locked");
  });

  it("is over when the session is another person's, and stays so", () => {
    const other = OperatorId.parse("019a0000-0000-4000-8000-000000000003");
    heedClock({ ...clock, operatorId: other }, Date.now());
    expect(phase()).toBe("ended");
    heedClock(clock, Date.now());
    expect(phase()).toBe("ended");
  });

  it("is locked and over by this computer's clock, to the millisecond, where nobody can be asked", () => {
    const state = readState();
    if (state === null) throw new Error("It has not begun.");
    const now = Date.now();
    expect(phaseByTime(state, now + 15 * MINUTE_MS - 1)).toBe("open");
    expect(phaseByTime(state, now + 15 * MINUTE_MS)).toBe("locked");
    expect(phaseByTime(state, now + 720 * MINUTE_MS)).toBe("expired");
    expect(phaseByTime({ ...state, phase: "locked" }, now)).toBe("locked");
  });

  it("tells a session that has run out from one that somebody ended", () => {
    heedStatus(401, Date.now());
    expect(phase()).toBe("ended");
    begin({ ...clock, absoluteLeftMs: 2_000 });
    heedStatus(401, Date.now());
    expect(phase()).toBe("expired");
  });
});
