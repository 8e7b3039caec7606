import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { PROVIDER, vouchedFor, withProvider } from "@/lib/testing/vouched";

import type { Desk } from "../desk";
import { proveByProvider, signInByProvider } from "./provider-sign-in";
import { providerSignOutUrl } from "./provider-sign-out";
import { signOut } from "./sign-out";
import { standingOf } from "./standing";

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

const arrive = (changes: Record<string, unknown> = {}) =>
  signInByProvider(desk, SOMEWHERE, vouchedFor(sub, changes), null);
const account = (subject = sub) =>
  test.db
    .selectFrom("operators")
    .select(["id", "email", "name", "role", "provider_issuer"])
    .where("provider_subject", "=", subject)
    .execute();
async function signedIn() {
  const opened = await arrive();
  if (!opened.ok) throw new Error(`It was not let in: ${opened.failure}.`);
  const standing = await standingOf(desk, { sessionId: opened.value, generation: 0 }, SOMEWHERE);
  if (standing.kind === "nobody") throw new Error("There is no session.");
  return standing.actor;
}

describe("a fresh sign-in at the provider", () => {
  const now = () => test.clock.now().getTime();
  const proven = async (changes: Record<string, unknown>, askedAtMs = now()) => {
    const actor = await signedIn();
    const vouched = vouchedFor(sub, { auth_time: now() / 1_000, ...changes });
    return proveByProvider(desk, actor, vouched, askedAtMs);
  };

  it("of the same person proves the session", async () => {
    expect(await proven({})).toMatchObject({ ok: true, value: { generation: 1 } });
  });

  it.each([
    ["another person", { sub: "somebody-else" }, "other-person"],
    ["the same subject elsewhere", { iss: "https://other.example" }, "other-person"],
    ["somebody who has not been asked", { auth_time: undefined }, "not-fresh"],
    ["somebody who signed in long before", { auth_time: 1_700_000_000 }, "not-fresh"],
  ])("of %s proves nothing, and is written down", async (_, changes, failure) => {
    const count = () =>
      test.db.selectFrom("journal").select("seq").where("kind", "=", "proof.refused").execute();
    const before = (await count()).length;
    expect(await proven(changes)).toEqual({ ok: false, failure });
    expect(await count()).toHaveLength(before + 1);
  });

  it("that no longer gives a role ends the sessions instead, fresh or not", async () => {
    for (const auth_time of [now() / 1_000, undefined]) {
      expect(await proven({ groups: [], auth_time })).toEqual({ ok: false, failure: "no-role" });
      const open = await test.db
        .selectFrom("sessions")
        .innerJoin("operators", "operators.id", "sessions.operator_id")
        .select("sessions.id")
        .where("provider_subject", "=", sub)
        .where("ended_at", "is", null)
        .execute();
      expect(open).toEqual([]);
    }
  });

  it("that gives another role changes it at once", async () => {
    expect(await proven({ groups: ["Admins"] })).toMatchObject({ ok: true });
    expect(await account()).toMatchObject([{ role: "admin" }]);
  });
});

describe("what it takes to sign out at the provider", () => {
  const there = { backTo: "https://desk.example/sign-in", state: "random" };

  it("lies sealed on the session, and comes back whole", async () => {
    const { sessionId } = await signedIn();
    const row = await test.db
      .selectFrom("sessions")
      .select("id_token_sealed")
      .where("id", "=", sessionId)
      .executeTakeFirstOrThrow();
    expect(row.id_token_sealed?.toString("latin1")).not.toContain("a.b.c");
    const url = new URL((await providerSignOutUrl(desk, sessionId, there)) ?? "");
    expect(url.origin + url.pathname).toBe(`${PROVIDER}/bye`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      keep: "1",
      id_token_hint: "a.b.c",
      client_id: "desk",
      post_logout_redirect_uri: there.backTo,
      state: "random",
    });
  });

  it("is forgotten with the session", async () => {
    const actor = await signedIn();
    await signOut(desk, actor);
    expect(await providerSignOutUrl(desk, actor.sessionId, there)).toBeNull();
  });

  it("is not there for a session of an own account, nor under a lost secret", async () => {
    const own = await test.signedIn("agent");
    expect(await providerSignOutUrl(desk, own.sessionId, there)).toBeNull();
    const { sessionId } = await signedIn();
    const lost = { ...desk, sealingSecrets: ["another secret of thirty-two characters"] };
    expect(await providerSignOutUrl(lost, sessionId, there)).toBeNull();
  });
});
