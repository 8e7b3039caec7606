import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { SessionId } from "@/lib/domain/ids";
import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { vouchedFor, withProvider } from "@/lib/testing/vouched";

import type { Desk } from "../desk";
import { lockSession } from "./lock-session";
import { signInByProvider } from "./provider-sign-in";
import { signOut } from "./sign-out";
import { standingOf } from "./standing";

const MINUTE_MS = 60_000;
const REFUSED = { ok: false, failure: "not-fresh" };
let test: TestDesk;
let desk: Desk;
let sub = "";
let people = 0;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
  desk = withProvider(test.desk);
});
afterAll(() => test.close());
beforeEach(() => {
  people += 1;
  sub = `subject-${people}`;
});

/** The time as a provider says it, so long before now. */
const ago = (ms: number) => Math.floor((test.clock.now().getTime() - ms) / 1_000);
const arrive = (authTime: unknown, replaces: SessionId | null = null) =>
  signInByProvider(desk, SOMEWHERE, vouchedFor(sub, { auth_time: authTime }), replaces);
async function signedIn(authTime: unknown) {
  const opened = await arrive(authTime);
  if (!opened.ok) throw new Error(`It was not let in: ${opened.failure}.`);
  const standing = await standingOf(desk, { sessionId: opened.value, generation: 0 }, SOMEWHERE);
  if (standing.kind !== "active") throw new Error("There is no session to work in.");
  return standing.actor;
}

describe("a sign-in at the provider", () => {
  it("is as old as the provider says, for whatever takes a fresh proof", async () => {
    const asked = ago(7 * MINUTE_MS);
    expect((await signedIn(asked)).provenAt).toEqual(new Date(asked * 1_000));
  });

  it("proves nothing where the provider does not say when it was, or says nonsense", async () => {
    expect((await signedIn(undefined)).provenAt).toEqual(new Date(0));
    expect((await signedIn("yesterday")).provenAt).toEqual(new Date(0));
  });

  it("is never younger than now, whatever the provider's clock says", async () => {
    expect((await signedIn(ago(-10 * MINUTE_MS))).provenAt).toEqual(test.clock.now());
  });

  it("does not open a session when it is older than a session may be idle", async () => {
    const { idleMs } = desk.sessionRules;
    expect(await arrive(ago(idleMs + MINUTE_MS))).toMatchObject({ ok: true });
    expect(await arrive(ago(idleMs + MINUTE_MS + 1_000))).toEqual(REFUSED);
    const refused = await test.db
      .selectFrom("journal")
      .innerJoin("operators", "operators.id", "journal.about_operator_id")
      .select("journal.data")
      .where("kind", "=", "session.refused")
      .where("provider_subject", "=", sub)
      .execute();
    expect(refused).toEqual([{ data: { cause: "not-fresh" } }]);
  });
});

describe("after a session was locked", () => {
  it("by hand, the sign-in from before opens no other one, and a new one does", async () => {
    const asked = ago(0);
    const actor = await signedIn(asked);
    test.clock.advance(2 * MINUTE_MS);
    await lockSession(desk, actor);
    expect(await arrive(asked, actor.sessionId)).toEqual(REFUSED);
    expect(await arrive(undefined, actor.sessionId)).toEqual(REFUSED);
    // The cookie of the locked session thrown away, or that session signed out of: no way round.
    expect(await arrive(asked)).toEqual(REFUSED);
    await signOut(desk, actor);
    expect(await arrive(asked)).toEqual(REFUSED);
    expect(await arrive(undefined)).toEqual(REFUSED);
    test.clock.advance(MINUTE_MS);
    expect(await arrive(ago(0))).toMatchObject({ ok: true });
  });

  it("at once after it was opened, the same sign-in does not do either", async () => {
    const asked = ago(0);
    const actor = await signedIn(asked);
    await lockSession(desk, actor);
    expect(await arrive(asked, actor.sessionId)).toEqual(REFUSED);
  });

  it("because nobody was there, the sign-in from before opens none, noticed or not", async () => {
    const actor = await signedIn(ago(0));
    test.clock.advance(desk.sessionRules.idleMs);
    const before = ago(5 * MINUTE_MS);
    expect(await arrive(before, actor.sessionId)).toEqual(REFUSED);
    await standingOf(desk, { sessionId: actor.sessionId, generation: 0 }, SOMEWHERE);
    expect(await arrive(before)).toEqual(REFUSED);
    expect(await arrive(ago(0), actor.sessionId)).toMatchObject({ ok: true });
  });

  it("of somebody else in this browser, nobody comes in on an old sign-in", async () => {
    const other = await signedIn(ago(0));
    await lockSession(desk, other);
    sub = `${sub}-next`;
    expect(await arrive(ago(5 * MINUTE_MS), other.sessionId)).toEqual(REFUSED);
    test.clock.advance(1_000);
    expect(await arrive(ago(0), other.sessionId)).toMatchObject({ ok: true });
  });
});
