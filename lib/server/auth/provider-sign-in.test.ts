import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { OperatorId } from "@/lib/domain/ids";
import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import type { Desk } from "../desk";
import { addOperator } from "../operators/manage-operators";
import { hashPassword } from "./password";
import { proveByProvider, signInByProvider } from "./provider-sign-in";
import { providerSignOutUrl } from "./provider-sign-out";
import { signIn } from "./sign-in";
import { standingOf } from "./standing";

const ISSUER = "https://id.example";
let test: TestDesk;
let desk: Desk;
let sub = "";
let people = 0;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
  desk = {
    ...test.desk,
    oidc: {
      issuer: ISSUER,
      clientId: "desk",
      clientSecret: "secret",
      scope: "openid",
      roleClaim: "groups",
      roles: [
        { role: "admin", value: "Admins" },
        { role: "agent", value: "Agents" },
      ],
      name: "Acme",
    },
  };
});
afterAll(() => test.close());
beforeEach(() => {
  people += 1;
  sub = `subject-${people}`;
});

const claims = (changes: Record<string, unknown> = {}) => ({
  iss: ISSUER,
  sub,
  email: `${sub}@acme.example`,
  name: "Ana of Acme",
  groups: ["Agents"],
  ...changes,
});
const arrive = (changes: Record<string, unknown> = {}) =>
  signInByProvider(
    desk,
    SOMEWHERE,
    { claims: claims(changes), idToken: "a.b.c", endSessionUrl: `${ISSUER}/bye?keep=1` },
    null,
  );
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

  it("changes the role of a session that is open", async () => {
    const { sessionId } = await signedIn();
    await arrive({ groups: ["Admins", "Agents"] });
    const standing = await standingOf(desk, { sessionId, generation: 0 }, SOMEWHERE);
    expect(standing).toMatchObject({ actor: { operator: { role: "admin" } } });
  });
});

describe("a fresh sign-in at the provider", () => {
  const now = () => test.clock.now().getTime();
  const proven = async (changes: Record<string, unknown>, askedAtMs = now()) => {
    const actor = await signedIn();
    const vouched = { claims: claims({ auth_time: now() / 1_000, ...changes }) };
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
    expect(url.origin + url.pathname).toBe(`${ISSUER}/bye`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      keep: "1",
      id_token_hint: "a.b.c",
      client_id: "desk",
      post_logout_redirect_uri: there.backTo,
      state: "random",
    });
  });

  it("is not there for a session of an own account, nor under a lost secret", async () => {
    const own = await test.signedIn("agent");
    expect(await providerSignOutUrl(desk, own.sessionId, there)).toBeNull();
    const { sessionId } = await signedIn();
    const lost = { ...desk, sealingSecrets: ["another secret of thirty-two characters"] };
    expect(await providerSignOutUrl(lost, sessionId, there)).toBeNull();
  });
});
