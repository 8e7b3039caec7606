import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { OperatorId } from "@/lib/domain/ids";
import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { vouchedFor, withProvider } from "@/lib/testing/vouched";

import type { Desk } from "../desk";
import { addOperator } from "../operators/manage-operators";
import { hashPassword } from "./password";
import { signInByProvider } from "./provider-sign-in";
import { signIn } from "./sign-in";
import { standingOf } from "./standing";

const DAY_MS = 24 * 3_600_000;
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

describe("a person of a provider", () => {
  it("is one account, however often they come, even twice at the same moment", async () => {
    const both = await Promise.all([arrive(), arrive(), arrive()]);
    expect(both.every((one) => one.ok)).toBe(true);
    await arrive();
    expect(await account()).toHaveLength(1);
  });

  it("is another one at another provider, whatever the subject", async () => {
    await arrive();
    const other = { iss: "https://other.example", email: `other-${sub}@acme.example` };
    expect(await arrive(other)).toMatchObject({ ok: true });
    expect(await account()).toHaveLength(2);
  });

  it("has the name and the address of today", async () => {
    await arrive();
    await arrive({ name: "Ana Married", email: `new-${sub}@acme.example` });
    expect(await account()).toMatchObject([
      { name: "Ana Married", email: `new-${sub}@acme.example` },
    ]);
  });

  it("comes without a name, and later without an address", async () => {
    expect(await arrive({ name: undefined })).toMatchObject({ ok: true });
    expect(await account()).toMatchObject([{ name: `${sub}@acme.example` }]);
    expect(await arrive({ email: undefined })).toMatchObject({ ok: true });
  });

  it.each([
    ["no-role", { groups: ["Everybody"] }],
    ["no-role", { groups: undefined }],
    ["no-address", { email: undefined }],
    ["no-address", { email: "not an address" }],
  ])("does not get in for %s with %j, and is not made", async (failure, changes) => {
    expect(await arrive(changes)).toEqual({ ok: false, failure });
    expect(await account()).toEqual([]);
  });

  it("is another person than the account of ours with the same address, which stays what it is", async () => {
    const email = `own-${sub}@example.com`;
    const password = "correct horse battery 1";
    await addOperator(test.db, { email, name: "Own", role: "agent", password });
    const first = await arrive({ email: email.toUpperCase(), groups: ["Admins"] });
    expect(first).toMatchObject({ ok: true });
    expect(await account()).toMatchObject([{ email, role: "admin", name: "Ana of Acme" }]);
    const own = await signIn(desk, SOMEWHERE, { email, password });
    if (!own.ok) throw new Error("The account of ours was not let in.");
    const standing = await standingOf(desk, { sessionId: own.value, generation: 0 }, SOMEWHERE);
    expect(standing).toMatchObject({ actor: { operator: { name: "Own", role: "agent" } } });
  });

  it("has no password here: with one in their row and no account of ours they do not get in", async () => {
    const password = "correct horse battery 1";
    await arrive();
    await test.db
      .updateTable("operators")
      .set({ password_hash: await hashPassword(password) })
      .where("provider_subject", "=", sub)
      .execute();
    const typed = { email: `${sub}@acme.example`, password };
    expect(await signIn(desk, SOMEWHERE, typed)).toEqual({ ok: false, failure: "refused" });
  });

  it("does not get in once the role is gone or an admin has disabled them", async () => {
    await arrive();
    expect(await arrive({ groups: [] })).toEqual({ ok: false, failure: "no-role" });
    await test.db
      .updateTable("operators")
      .set({ disabled_at: test.clock.now() })
      .where("provider_subject", "=", sub)
      .execute();
    expect(await arrive({ groups: ["Admins"] })).toEqual({ ok: false, failure: "disabled" });
    expect(await account()).toMatchObject([{ role: "agent" }]);
    const [row] = await account();
    const refused = await test.db
      .selectFrom("journal")
      .select(["data", "address"])
      .where("kind", "=", "session.refused")
      .where("about_operator_id", "=", OperatorId.parse(row?.id))
      .orderBy("seq")
      .execute();
    expect(refused).toEqual([
      { data: { cause: "no-role" }, address: SOMEWHERE.address },
      { data: { cause: "disabled" }, address: SOMEWHERE.address },
    ]);
  });

  it.each([
    ["has lost the role", "role-lost", () => Promise.resolve(), { groups: [] }],
    [
      "is disabled",
      "disabled",
      () =>
        test.db
          .updateTable("operators")
          .set({ disabled_at: test.clock.now() })
          .where("provider_subject", "=", sub)
          .execute(),
      {},
    ],
  ])("who %s has no session anywhere any more", async (_, how, prepare, changes) => {
    const { sessionId } = await signedIn();
    await arrive();
    await prepare();
    expect(await arrive(changes)).toMatchObject({ ok: false });
    const ends = await test.db
      .selectFrom("sessions")
      .innerJoin("operators", "operators.id", "sessions.operator_id")
      .select(["ended_how", "ended_by_name", "id_token_sealed"])
      .where("provider_subject", "=", sub)
      .execute();
    const end = { ended_how: how, ended_by_name: null, id_token_sealed: null };
    expect(ends).toEqual([end, end]);
    // Given back later, the role does not bring them back.
    await arrive();
    expect(await standingOf(desk, { sessionId, generation: 0 }, SOMEWHERE)).toEqual({
      kind: "nobody",
    });
  });

  it("is shut out after ninety days away, to the millisecond, until somebody enables them", async () => {
    await arrive();
    test.clock.advance(90 * DAY_MS - 1);
    expect(await arrive()).toMatchObject({ ok: true });
    test.clock.advance(90 * DAY_MS);
    expect(await arrive()).toEqual({ ok: false, failure: "dormant" });
    await test.db
      .updateTable("operators")
      .set({ enabled_at: test.clock.now() })
      .where("provider_subject", "=", sub)
      .execute();
    expect(await arrive()).toMatchObject({ ok: true });
  });

  it.each([
    ["  Ana\u0000 \n of   Acme ", "Ana of Acme"],
    ["\u202eemcA fo anA", "emcA fo anA"],
    ["4111 1111 1111 1111", null],
    ["x".repeat(101), null],
    ["\u2067 \u2069", null],
  ])(
    "named %j is called %j as by an administrator, or else by their address",
    async (name, kept) => {
      await arrive({ name });
      const address = `${sub}@acme.example`;
      expect(await account()).toMatchObject([{ name: kept ?? address }]);
      await arrive({ name: "Ana of Acme" });
      await arrive({ name });
      expect(await account()).toMatchObject([{ name: kept ?? address }]);
      await arrive({ name, preferred_username: "ana" });
      expect(await account()).toMatchObject([{ name: kept ?? "ana" }]);
    },
  );

  it("changes the role of a session that is open", async () => {
    const { sessionId } = await signedIn();
    await arrive({ groups: ["Admins", "Agents"] });
    const standing = await standingOf(desk, { sessionId, generation: 0 }, SOMEWHERE);
    expect(standing).toMatchObject({ actor: { operator: { role: "admin" } } });
  });
});
