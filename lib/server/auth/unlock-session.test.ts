import { encode } from "next-auth/jwt";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { endSession } from "@/lib/testing/sessions";

import type { Actor } from "../desk";
import { lockSession } from "./lock-session";
import { hashPassword } from "./password";
import { makeRecoveryCodes } from "./recovery-codes";
import { takeOver } from "./renewal";
import { standingOf } from "./standing";
import { confirmTotp, keepTotpSecret, newTotpSecret } from "./totp";
import { prove, unlockSession } from "./unlock-session";

const PASSWORD = "correct horse battery 1";
const STEP_MS = 30_000;

let test: TestDesk;
let actor: Actor;
let passwordHash: string;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => test.close());
beforeEach(async () => {
  actor = await test.signedIn("agent");
  await test.db
    .updateTable("operators")
    .set({ password_hash: passwordHash })
    .where("id", "=", actor.operator.id)
    .execute();
});

const standing = (generation: number) =>
  standingOf(test.desk, { sessionId: actor.sessionId, generation }, SOMEWHERE);

/** The kinds of what the journal says of the session, oldest first. */
async function journal() {
  const rows = await test.db
    .selectFrom("journal")
    .select("kind")
    .where("session_id", "=", actor.sessionId)
    .orderBy("seq")
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Gives the person a second factor, and the code that its app shows at this moment. */
async function enrol(): Promise<() => string> {
  const secret = newTotpSecret();
  const app = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 });
  const code = () => app.generate({ timestamp: test.clock.now().getTime() });
  await keepTotpSecret(test.desk, actor.operator.id, secret);
  expect(await confirmTotp(test.desk, actor.operator.id, code())).toBe(true);
  actor = { ...actor, proofMethod: "code" };
  // The code that confirmed it is spent.
  test.clock.advance(STEP_MS);
  return code;
}

const WRONG = {
  ok: false,
  failure: { kind: "invalid", fields: [{ path: "proof", problem: "proof.wrong" }] },
};

describe("unlocking", () => {
  beforeEach(() => lockSession(test.desk, actor));

  it("takes the password, and the cookie from then on is another", async () => {
    const unlocked = await unlockSession(test.desk, actor, { password: PASSWORD });
    if (!unlocked.ok) throw new Error("It stayed locked.");
    expect((await standing(1)).kind).toBe("active");
    expect(await takeOver(test.desk, actor, unlocked.value.renewal)).toMatchObject({
      ticket: { sessionId: actor.sessionId, generation: 1 },
    });
    expect(await journal()).toEqual(["session.locked", "session.unlocked"]);
  });

  it("stays locked for a wrong password, which the journal has", async () => {
    expect(await unlockSession(test.desk, actor, { password: "sandbox" })).toEqual(WRONG);
    expect((await standing(0)).kind).toBe("locked");
    expect(await journal()).toEqual(["session.locked", "proof.refused"]);
  });

  it("takes the password or a code of whoever has both, and each code once", async () => {
    const code = await enrol();
    const first = code();
    expect(await unlockSession(test.desk, actor, { code: first })).toMatchObject({ ok: true });
    await lockSession(test.desk, actor);
    expect(await unlockSession(test.desk, actor, { code: first })).toEqual(WRONG);
    expect(await unlockSession(test.desk, actor, { password: PASSWORD })).toMatchObject({
      ok: true,
    });
  });

  it("takes a recovery code once, and says so in the journal", async () => {
    await enrol();
    const [code = ""] = await makeRecoveryCodes(test.desk, test.db, actor.operator.id);
    expect(await unlockSession(test.desk, actor, { code })).toMatchObject({ ok: true });
    expect(await journal()).toContain("recovery-code.used");
    await lockSession(test.desk, actor);
    expect(await unlockSession(test.desk, actor, { code })).toEqual(WRONG);
  });

  it("takes no code of somebody who has no second factor", async () => {
    expect(await unlockSession(test.desk, actor, { code: "000000" })).toEqual(WRONG);
  });

  it("shuts the account after ten failures, and the right password is refused as well", async () => {
    for (let failure = 1; failure <= 10; failure += 1) {
      await unlockSession(test.desk, actor, { password: `guess ${failure}` });
    }
    expect(await unlockSession(test.desk, actor, { password: PASSWORD })).toEqual(WRONG);
    expect(await journal()).toContain("account.locked");
    test.clock.advance(test.desk.signInLock.lockMs);
    expect(await unlockSession(test.desk, actor, { password: PASSWORD })).toMatchObject({
      ok: true,
    });
  });

  it("sends whoever signed in at a provider there", async () => {
    const byProvider: Actor = { ...actor, proofMethod: "provider" };
    expect(await unlockSession(test.desk, byProvider, { password: PASSWORD })).toEqual({
      ok: false,
      failure: { kind: "step-up", method: "provider" },
    });
    expect((await standing(0)).kind).toBe("locked");
  });

  it("opens nothing that has ended meanwhile", async () => {
    await endSession(test.desk, actor.sessionId);
    expect(await unlockSession(test.desk, actor, { password: PASSWORD })).toEqual({
      ok: false,
      failure: { kind: "signed-out" },
    });
    expect((await standing(1)).kind).toBe("nobody");
  });

  it.each([
    ["nothing", undefined],
    ["an empty password", { password: "" }],
    ["both at once", { password: PASSWORD, code: "123456" }],
    ["a password that is too long to be hashed", { password: "x".repeat(100_000) }],
    ["another shape", { password: [PASSWORD] }],
  ])("takes no %s, and counts it for nothing", async (_, input) => {
    expect(await unlockSession(test.desk, actor, input)).toMatchObject({
      failure: { kind: "invalid" },
    });
    expect(await journal()).toEqual(["session.locked"]);
  });
});

describe("proving once more who is there", () => {
  it("makes the proof a fresh one", async () => {
    test.clock.advance(600_000);
    expect(await prove(test.desk, actor, { password: PASSWORD })).toMatchObject({ ok: true });
    expect(await standing(1)).toMatchObject({ actor: { provenAt: test.clock.now() } });
    expect(await journal()).toEqual(["proof.given"]);
  });

  it("takes a code and no password of whoever has a second factor", async () => {
    const code = await enrol();
    expect(await prove(test.desk, actor, { password: PASSWORD })).toEqual({
      ok: false,
      failure: { kind: "step-up", method: "code" },
    });
    expect(await prove(test.desk, actor, { code: code() })).toMatchObject({ ok: true });
    expect(await journal()).toEqual(["proof.given"]);
  });

  it("is refused for a wrong password, and the session goes on", async () => {
    expect(await prove(test.desk, actor, { password: "sandbox" })).toEqual(WRONG);
    expect((await standing(0)).kind).toBe("active");
    expect(await journal()).toEqual(["proof.refused"]);
  });
});

describe("the cookie after a proof", () => {
  const handed = async () => {
    const proven = await prove(test.desk, actor, { password: PASSWORD });
    if (!proven.ok) throw new Error("It was refused.");
    return proven.value.renewal;
  };

  it("ends with the session, and not later", async () => {
    const row = await test.db
      .selectFrom("sessions")
      .select("expires_at")
      .where("id", "=", actor.sessionId)
      .executeTakeFirstOrThrow();
    const taken = await takeOver(test.desk, actor, await handed());
    expect(taken?.leftMs).toBe(row.expires_at.getTime() - test.clock.now().getTime());
  });

  it("is given to the session that was proven, and to no other", async () => {
    const other = await test.signedIn("agent");
    expect(await takeOver(test.desk, other, await handed())).toBeNull();
  });

  it("is not given for an older proof, nor for what is no hand-over", async () => {
    const old = await handed();
    actor = { ...actor, generation: 1 };
    await handed();
    expect(await takeOver(test.desk, actor, old)).toBeNull();
    // A cookie, which has the same in it, hands over nothing.
    const cookie = await encode({
      token: { sid: actor.sessionId, gen: 2 },
      secret: test.desk.secret,
    });
    expect(await takeOver(test.desk, actor, cookie)).toBeNull();
    expect(await takeOver(test.desk, actor, "x")).toBeNull();
  });

  it("guesses no more codes for knowing the password: what is right by half clears no failure", async () => {
    const code = await enrol();
    for (let i = 0; i < 9; i += 1) await prove(test.desk, actor, { code: "000000" });
    expect(await unlockSession(test.desk, actor, { password: PASSWORD })).toMatchObject({
      ok: true,
    });
    await prove(test.desk, actor, { code: "000000" });
    expect(await prove(test.desk, actor, { code: code() })).toMatchObject({ ok: false });
  });
});
