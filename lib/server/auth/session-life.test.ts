import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { ok } from "@/lib/domain/result";
import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { endSession } from "@/lib/testing/sessions";

import type { Actor } from "../desk";
import { lockSession } from "./lock-session";
import { giveProof } from "./prove";
import { sayHere } from "./say-here";
import { readSessionClock } from "./session-clock";
import { touchSession } from "./touch-session";
import { standingOf } from "./standing";

const SECOND_MS = 1_000;
const IDLE_MS = 15 * 60 * SECOND_MS;

let test: TestDesk;
let actor: Actor;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(async () => {
  actor = await test.signedIn("agent");
});

const standing = (generation = 0) =>
  standingOf(test.desk, { sessionId: actor.sessionId, generation }, SOMEWHERE);
const kindNow = async (generation = 0) => (await standing(generation)).kind;
const wake = () => touchSession(test.desk, actor.sessionId);

/** What the journal says of the session, oldest first. */
function journal() {
  return test.db
    .selectFrom("journal")
    .select(["kind", "data", "operator_role", "about_operator_id"])
    .where("session_id", "=", actor.sessionId)
    .orderBy("seq")
    .execute();
}

describe("a session that its person leaves alone", () => {
  it("locks after the idle limit, to the millisecond", async () => {
    test.clock.advance(IDLE_MS - 1);
    expect(await kindNow()).toBe("active");
    test.clock.advance(1);
    const found = await standing();
    expect(found).toMatchObject({ kind: "locked", since: test.clock.now() });
  });

  it("is written down as locked once, since it became idle, by the desk itself", async () => {
    const since = test.clock.now().getTime() + IDLE_MS;
    test.clock.advance(IDLE_MS + 20 * SECOND_MS);
    await Promise.all([standing(), standing(), standing()]);
    test.clock.advance(SECOND_MS);
    expect(await standing()).toMatchObject({ kind: "locked", since: new Date(since) });
    expect(await journal()).toEqual([
      {
        kind: "session.locked",
        data: { how: "idle" },
        operator_role: "desk",
        about_operator_id: actor.operator.id,
      },
    ]);
  });

  it("is woken by no sign and no read, only by a proof", async () => {
    test.clock.advance(IDLE_MS);
    await wake();
    expect(await kindNow()).toBe("locked");
    await wake();
    await sayHere(test.desk, actor, { agoMs: 0 });
    await readSessionClock(test.desk, actor);
    expect(await kindNow()).toBe("locked");
    expect(await giveProof(test.desk, actor, "password")).toMatchObject({ generation: 1 });
    expect(await kindNow(1)).toBe("active");
  });

  it("stays locked when the desk is configured to wait longer meanwhile", async () => {
    test.clock.advance(IDLE_MS);
    expect(await kindNow()).toBe("locked");
    const rules = { ...test.desk.sessionRules, idleMs: 4 * IDLE_MS };
    const patient = { ...test.desk, sessionRules: rules };
    const found = await standingOf(
      patient,
      { sessionId: actor.sessionId, generation: 0 },
      SOMEWHERE,
    );
    expect(found.kind).toBe("locked");
  });
});

describe("a session that is used", () => {
  it("goes on while its person gives signs, over several limits", async () => {
    for (let round = 0; round < 4; round += 1) {
      test.clock.advance(IDLE_MS - 1);
      await wake();
    }
    expect(await kindNow()).toBe("active");
  });

  it("counts from when the person was there, not from when the page told", async () => {
    test.clock.advance(60 * SECOND_MS);
    expect(await sayHere(test.desk, actor, { agoMs: 25 * SECOND_MS })).toEqual(
      ok({
        operatorId: actor.operator.id,
        idleLeftMs: IDLE_MS - 25 * SECOND_MS,
        absoluteLeftMs: expect.any(Number),
      }),
    );
    test.clock.advance(IDLE_MS - 25 * SECOND_MS - 1);
    expect(await kindNow()).toBe("active");
    test.clock.advance(1);
    expect(await kindNow()).toBe("locked");
  });

  it.each([
    ["the future", { agoMs: -1 }],
    ["long ago", { agoMs: 60_001 }],
    ["never", { agoMs: Number.NaN }],
    ["nothing", undefined],
  ])("takes no sign from %s", async (_, input) => {
    test.clock.advance(60 * SECOND_MS);
    expect(await sayHere(test.desk, actor, input)).toMatchObject({
      ok: false,
      failure: { kind: "invalid" },
    });
    expect((await readSessionClock(test.desk, actor)).idleLeftMs).toBe(IDLE_MS - 60 * SECOND_MS);
  });

  it("is not put back by an older sign that comes late", async () => {
    test.clock.advance(60 * SECOND_MS);
    await wake();
    await sayHere(test.desk, actor, { agoMs: 30 * SECOND_MS });
    expect((await readSessionClock(test.desk, actor)).idleLeftMs).toBe(IDLE_MS);
  });

  it("is not kept by asking how long it has", async () => {
    test.clock.advance(IDLE_MS - SECOND_MS);
    expect((await readSessionClock(test.desk, actor)).idleLeftMs).toBe(SECOND_MS);
    test.clock.advance(SECOND_MS);
    expect(await kindNow()).toBe("locked");
  });

  it("is over at its longest age, however busy, and no proof makes it longer", async () => {
    const { absoluteLeftMs } = await readSessionClock(test.desk, actor);
    await test.db
      .updateTable("sessions")
      .set({ last_seen_at: new Date(test.clock.now().getTime() + absoluteLeftMs) })
      .where("id", "=", actor.sessionId)
      .execute();
    const renewal = await giveProof(test.desk, actor, "password");
    expect(renewal?.expiresAt.getTime()).toBe(test.clock.now().getTime() + absoluteLeftMs);
    const before = test.clock.now().toISOString();
    test.clock.advance(absoluteLeftMs - 1);
    expect(await kindNow(1)).not.toBe("nobody");
    test.clock.advance(1);
    expect(await kindNow(1)).toBe("nobody");
    expect(await giveProof(test.desk, actor, "password")).toBeNull();
    test.clock.set(before);
  });
});

describe("locking by hand", () => {
  it("locks at once, is on record, and nothing but a proof opens it", async () => {
    await lockSession(test.desk, actor);
    await lockSession(test.desk, actor);
    expect(await standing()).toMatchObject({ kind: "locked", since: test.clock.now() });
    test.clock.advance(20 * SECOND_MS);
    await wake();
    expect(await kindNow()).toBe("locked");
    expect(await journal()).toEqual([
      {
        kind: "session.locked",
        data: { how: "by-hand" },
        operator_role: "agent",
        about_operator_id: null,
      },
    ]);
  });

  it("locks this session and no other of the same person", async () => {
    const other = await test.signedIn("agent");
    await test.db
      .updateTable("sessions")
      .set({ operator_id: actor.operator.id })
      .where("id", "=", other.sessionId)
      .execute();
    await lockSession(test.desk, actor);
    const ticket = { sessionId: other.sessionId, generation: 0 };
    expect((await standingOf(test.desk, ticket, SOMEWHERE)).kind).toBe("active");
  });
});

describe("a proof", () => {
  it("opens a locked session, and says so in the journal", async () => {
    await lockSession(test.desk, actor);
    await giveProof(test.desk, actor, "password");
    expect(await kindNow(1)).toBe("active");
    expect((await journal()).map(({ kind, data }) => ({ kind, data }))).toEqual([
      { kind: "session.locked", data: { how: "by-hand" } },
      { kind: "session.unlocked", data: { method: "password" } },
    ]);
  });

  it("is fresh from then on", async () => {
    test.clock.advance(10 * 60 * SECOND_MS);
    await giveProof(test.desk, actor, "password");
    const found = await standing(1);
    expect(found).toMatchObject({ kind: "active", actor: { provenAt: test.clock.now() } });
    expect((await journal()).map(({ kind }) => kind)).toEqual(["proof.given"]);
  });

  it("by password is no fresh one for whoever has a second factor", async () => {
    const provenAt = test.clock.now();
    test.clock.advance(60 * SECOND_MS);
    const withCode: Actor = { ...actor, proofMethod: "code" };
    await lockSession(test.desk, withCode);
    await giveProof(test.desk, withCode, "password");
    expect(await standing(1)).toMatchObject({ kind: "active", actor: { provenAt } });
    await giveProof(test.desk, { ...withCode, generation: 1 }, "code");
    const now = test.clock.now();
    expect(await standing(2)).toMatchObject({ kind: "active", actor: { provenAt: now } });
  });

  it("makes the cookie from before the last but one worthless at once", async () => {
    await giveProof(test.desk, actor, "password");
    await giveProof(test.desk, { ...actor, generation: 1 }, "password");
    expect(await kindNow(0)).toBe("nobody");
    expect(await kindNow(1)).toBe("active");
    expect(await kindNow(3)).toBe("nobody");
  });

  it("of two at once with one cookie makes one new cookie, which both are handed", async () => {
    const given = await Promise.all([
      giveProof(test.desk, actor, "password"),
      giveProof(test.desk, actor, "password"),
    ]);
    expect(given.map((one) => one?.generation)).toEqual([1, 1]);
  });

  it("does not bring back a session that has ended", async () => {
    await endSession(test.desk, actor.sessionId);
    expect(await giveProof(test.desk, actor, "password")).toBeNull();
    expect(await kindNow(1)).toBe("nobody");
    expect(await journal()).toEqual([]);
  });
});
