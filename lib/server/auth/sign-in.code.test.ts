import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { OperatorId, SessionId } from "@/lib/domain/ids";
import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { addOperator } from "../operators/manage-operators";
import { makeRecoveryCodes } from "./recovery-codes";
import { signIn } from "./sign-in";
import { standingOf } from "./standing";
import { confirmTotp, keepTotpSecret, newTotpSecret } from "./totp";

const PASSWORD = "correct horse battery 1";
const REFUSED = { ok: false, failure: "refused" };
const NO_CODE = { ok: false, failure: "code" };
let test: TestDesk;
let email = "";
let id: OperatorId;
let secret = "";
let people = 0;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(async () => {
  people += 1;
  email = `ana${people}@example.com`;
  const added = await addOperator(test.db, {
    email,
    name: "Ana López",
    role: "agent",
    password: PASSWORD,
  });
  if (!added.ok) throw new Error("The person could not be added.");
  id = OperatorId.parse(added.value.id);
});

async function enrol() {
  secret = newTotpSecret();
  await keepTotpSecret(test.desk, id, secret);
  await confirmTotp(test.desk, id, code());
  test.clock.advance(60_000);
}
const code = () =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: test.clock.now().getTime(),
  });
const tried = (changes: object = {}, replaces: SessionId | null = null) =>
  signIn(test.desk, SOMEWHERE, { email, password: PASSWORD, ...changes }, replaces);
const sessionOf = async (opened: Awaited<ReturnType<typeof tried>>) => {
  if (!opened.ok) throw new Error(`It was not let in: ${opened.failure}.`);
  return test.db
    .selectFrom("sessions")
    .selectAll()
    .where("id", "=", opened.value)
    .executeTakeFirstOrThrow();
};

describe("whoever has a second factor", () => {
  beforeEach(enrol);

  it("is asked for its code after the right password, and gets in with it", async () => {
    expect(await tried()).toEqual(NO_CODE);
    expect(await sessionOf(await tried({ code: code() }))).toMatchObject({ method: "code" });
  });

  it("is written down to have been asked, once a minute for each network address", async () => {
    const asked = async () =>
      (
        await test.db
          .selectFrom("journal")
          .select(["address", "operator_id"])
          .where("kind", "=", "session.code-asked")
          .where("about_operator_id", "=", id)
          .orderBy("seq")
          .execute()
      ).map(({ address, operator_id: by }) => [address, by]);
    const here = [SOMEWHERE.address, null];
    for (let i = 0; i < 3; i += 1) await tried();
    expect(await asked()).toEqual([here]);
    const elsewhere = { ...SOMEWHERE, address: "198.51.100.1" };
    await signIn(test.desk, elsewhere, { email, password: PASSWORD });
    expect(await asked()).toEqual([here, [elsewhere.address, null]]);
    test.clock.advance(60_000);
    await tried();
    expect(await asked()).toHaveLength(3);
    await tried({ password: "wrong one 1" });
    expect(await asked()).toHaveLength(3);
  });

  it("is not asked for a code after a wrong password", async () => {
    expect(await tried({ password: "wrong one 1" })).toEqual(REFUSED);
    expect(await tried({ password: "wrong one 1", code: code() })).toEqual(REFUSED);
    expect(await tried({ code: code() }), "a wrong password uses no code up").toMatchObject({
      ok: true,
    });
  });

  it("gets in once with a code: who looked over the shoulder does not", async () => {
    const seen = code();
    const both = await Promise.all([tried({ code: seen }), tried({ code: seen })]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await tried({ code: seen })).toEqual(REFUSED);
  });

  it("is locked by ten wrong codes, which the right password in between does not wipe out", async () => {
    for (let i = 0; i < 10; i += 1) {
      expect(await tried()).toEqual(NO_CODE);
      expect(await tried({ code: "000000" })).toEqual(REFUSED);
    }
    expect(await tried({ code: code() })).toEqual(REFUSED);
    expect(await tried(), "nobody learns any more that the password is right").toEqual(REFUSED);
  });

  it("gets in with a recovery code once, and the journal knows how many are left", async () => {
    const [one = ""] = await makeRecoveryCodes(test.desk, test.db, id);
    expect(await sessionOf(await tried({ code: one }))).toMatchObject({ method: "code" });
    expect(await tried({ code: one })).toEqual(REFUSED);
    const used = await test.db
      .selectFrom("journal")
      .select("data")
      .where("kind", "=", "recovery-code.used")
      .where("about_operator_id", "=", id)
      .execute();
    expect(used).toEqual([{ data: { left: 9 } }]);
  });

  it.each(["", " ", "x".repeat(41), "12345", "' or true --"])(
    "does not get in with %j for a code",
    async (typed) => {
      expect((await tried({ code: typed })).ok).toBe(false);
    },
  );
});

describe("a session", () => {
  it("of somebody without a second factor, where one is required, is good for setting it up", async () => {
    const strict = { ...test.desk, secondFactor: "required" as const };
    const opened = await signIn(strict, SOMEWHERE, { email, password: PASSWORD });
    if (!opened.ok) throw new Error("It was not let in.");
    const ticket = { sessionId: opened.value, generation: 0 };
    expect(await standingOf(strict, ticket, SOMEWHERE)).toMatchObject({
      kind: "incomplete",
      missing: "second-factor",
    });
  });

  it("ends when its browser signs in again, whoever that is", async () => {
    const first = await sessionOf(await tried());
    const second = await sessionOf(await tried({}, SessionId.parse(first.id)));
    expect(second.ended_at).toBeNull();
    const old = await test.db
      .selectFrom("sessions")
      .select(["ended_how", "ended_at"])
      .where("id", "=", first.id)
      .executeTakeFirstOrThrow();
    expect(old).toEqual({ ended_how: "replaced", ended_at: test.clock.now() });
  });

  it("goes on when another sign-in in its browser is refused", async () => {
    const first = await sessionOf(await tried());
    const replaces = SessionId.parse(first.id);
    expect(await tried({ password: "wrong one 1" }, replaces)).toEqual(REFUSED);
    const still = await test.db
      .selectFrom("sessions")
      .select("ended_at")
      .where("id", "=", first.id)
      .executeTakeFirstOrThrow();
    expect(still.ended_at).toBeNull();
  });

  it("says since when its person was here last, and from where", async () => {
    const session = await sessionOf(await tried());
    expect(session).toMatchObject({ address: SOMEWHERE.address, user_agent: "Tests" });
    const { last_signed_in_at: at } = await test.db
      .selectFrom("operators")
      .select("last_signed_in_at")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(at).toEqual(test.clock.now());
  });
});
