import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { SessionId } from "@/lib/domain/ids";
import { SOMEWHERE, newSession, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import type { Actor } from "../desk";
import {
  endAllOtherSessions,
  endAnySession,
  endOwnOtherSessions,
  endOwnSession,
  endSessionsOf,
} from "./end-sessions";
import { listOwnSessions, listSessions } from "./list-sessions";
import { standingOf } from "./standing";

const ANOTHER_BROWSER =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36";

let test: TestDesk;
let agent: Actor;
let admin: Actor;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.updateTable("sessions").set({ ended_at: test.clock.now() }).execute();
  agent = await test.signedIn("agent", "Ana López");
  admin = await test.signedIn("admin", "Ada Ríos");
});

const standing = async (sessionId: SessionId) =>
  (await standingOf(test.desk, { sessionId, generation: 0 }, SOMEWHERE)).kind;
const anotherOf = (actor: Actor) => newSession(test.desk, actor, { userAgent: ANOTHER_BROWSER });

async function endsInTheJournal(about: Actor) {
  const rows = await test.db
    .selectFrom("journal")
    .select(["operator_name", "data"])
    .where("kind", "=", "session.ended")
    .where("about_operator_id", "=", about.operator.id)
    .orderBy("seq")
    .execute();
  return rows.map(({ operator_name: by, data }) => ({ by, ...Object(data) }));
}

describe("the list of sessions", () => {
  it("has one's own, this one first, with device, address and times", async () => {
    const other = await anotherOf(agent);
    test.clock.advance(60_000);
    const sessions = await listOwnSessions(test.desk, agent);
    expect(sessions.map(({ id, isThis }) => [id, isThis])).toEqual([
      [agent.sessionId, true],
      [other, false],
    ]);
    expect(sessions[1]).toMatchObject({
      device: { browser: "Chrome 146", system: "Windows" },
      userAgent: ANOTHER_BROWSER,
      address: "192.0.2.1",
      isLocked: false,
    });
  });

  it("says that one is locked, by hand or because nobody was there", async () => {
    const other = await anotherOf(agent);
    await test.db
      .updateTable("sessions")
      .set({ locked_at: test.clock.now() })
      .where("id", "=", other)
      .execute();
    const isLocked = async () =>
      (await listOwnSessions(test.desk, agent)).map((session) => session.isLocked);
    expect(await isLocked()).toEqual([false, true]);
    test.clock.advance(test.desk.sessionRules.idleMs);
    expect(await isLocked()).toEqual([true, true]);
  });

  it("of everybody is for who may see it, and of one person as well", async () => {
    const seen = await listSessions(test.desk, admin);
    expect(seen.map(({ operator }) => operator.name)).toEqual(
      expect.arrayContaining(["Ana López", "Ada Ríos"]),
    );
    const hers = await listSessions(test.desk, admin, agent.operator.id);
    expect(hers.map(({ id }) => id)).toEqual([agent.sessionId]);
    expect(await listSessions(test.desk, agent)).toEqual([]);
  });

  it("leaves out what has ended, expired or belongs to somebody disabled", async () => {
    await anotherOf(agent);
    await test.db
      .updateTable("operators")
      .set({ disabled_at: test.clock.now() })
      .where("id", "=", agent.operator.id)
      .execute();
    expect(await listSessions(test.desk, admin, agent.operator.id)).toEqual([]);
  });
});

describe("ending sessions", () => {
  it("ends another one of one's own at once, and forgets its token for the issuer", async () => {
    const other = await anotherOf(agent);
    await test.db
      .insertInto("issuer_tokens")
      .values({ session_id: other, updated_at: test.clock.now() })
      .execute();
    expect(await endOwnSession(test.desk, agent, { sessionId: other })).toEqual({
      ok: true,
      value: { ended: 1 },
    });
    expect(await standing(other)).toBe("nobody");
    expect(await standing(agent.sessionId)).toBe("active");
    const tokens = await test.db
      .selectFrom("issuer_tokens")
      .select("session_id")
      .where("session_id", "=", other)
      .execute();
    expect(tokens).toEqual([]);
    expect(await endsInTheJournal(agent)).toEqual([{ by: "Ana López", how: "ended-by-person" }]);
  });

  it("does not end somebody else's as one's own, and nothing for who may not", async () => {
    expect(await endOwnSession(test.desk, agent, { sessionId: admin.sessionId })).toEqual({
      ok: true,
      value: { ended: 0 },
    });
    for (const refused of [
      await endAnySession(test.desk, agent, { sessionId: admin.sessionId }),
      await endSessionsOf(test.desk, agent, { operatorId: admin.operator.id }),
      await endAllOtherSessions(test.desk, agent),
    ]) {
      expect(refused).toEqual({
        ok: false,
        failure: { kind: "denied", permission: "session.end-any" },
      });
    }
    expect(await standing(admin.sessionId)).toBe("active");
  });

  it("ends all but this one: one's own, a person's, everybody's", async () => {
    const [mine, hers] = [await anotherOf(admin), await anotherOf(agent)];
    expect(await endOwnOtherSessions(test.desk, admin)).toMatchObject({ value: { ended: 1 } });
    expect(await standing(mine)).toBe("nobody");
    expect(await standing(hers)).toBe("active");
    const person = { operatorId: agent.operator.id };
    expect(await endSessionsOf(test.desk, admin, person)).toMatchObject({ value: { ended: 2 } });
    expect(await standing(agent.sessionId)).toBe("nobody");
    const third = await test.signedIn("supervisor");
    expect(await endAllOtherSessions(test.desk, admin)).toMatchObject({ value: { ended: 1 } });
    expect(await standing(third.sessionId)).toBe("nobody");
    expect(await standing(admin.sessionId)).toBe("active");
    expect(await endsInTheJournal(agent)).toEqual([
      { by: "Ada Ríos", how: "ended-by-admin" },
      { by: "Ada Ríos", how: "ended-by-admin" },
    ]);
  });

  it("takes a fresh proof, and ends nothing without one", async () => {
    const other = await anotherOf(agent);
    const strict = { ...test.desk, stepUp: { ...test.desk.stepUp, afterMs: 0 } };
    test.clock.advance(1);
    const stepUp = { ok: false, failure: { kind: "step-up", method: "password" } };
    expect(await endOwnSession(strict, agent, { sessionId: other })).toEqual(stepUp);
    expect(await endOwnOtherSessions(strict, agent)).toEqual(stepUp);
    expect(await endAllOtherSessions(strict, admin)).toEqual(stepUp);
    expect(await standing(other)).toBe("active");
  });

  it.each([undefined, {}, { sessionId: "mine" }, { sessionId: 7 }])(
    "answers %j with that there is no such session",
    async (input) => {
      const none = { ok: false, failure: { kind: "not-found", what: "session" } };
      expect(await endOwnSession(test.desk, agent, input)).toEqual(none);
      expect(await endAnySession(test.desk, admin, input)).toEqual(none);
      expect(await endSessionsOf(test.desk, admin, input)).toEqual(none);
    },
  );
});
