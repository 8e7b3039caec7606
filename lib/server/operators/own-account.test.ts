import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { SOMEWHERE, newSession, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { hashPassword } from "../auth/password";
import { signIn } from "../auth/sign-in";
import { standingOf } from "../auth/standing";
import type { Actor, Desk } from "../desk";
import { readOwnAccount } from "./list-people";
import { changeOwnPassword, setFirstPassword } from "./own-password";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "./own-second-factor";

const PASSWORD = "correct horse battery 1";
const NEXT = "a quite different one 2";
const STEP_MS = 30_000;

let test: TestDesk;
let ana: Actor;
let presentHash: string;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
  presentHash = await hashPassword(PASSWORD);
});
afterAll(() => test.close());
beforeEach(async () => {
  ana = await test.signedIn("agent", "Ana López");
  await test.db
    .updateTable("operators")
    .set({ password_hash: presentHash })
    .where("id", "=", ana.operator.id)
    .execute();
});

const standing = (sessionId = ana.sessionId, desk: Desk = test.desk) =>
  standingOf(desk, { sessionId, generation: 0 }, SOMEWHERE);
const wrong = (path: string, problem: string) => ({
  ok: false,
  failure: { kind: "invalid", fields: [{ path, problem }] },
});
const denied = { ok: false, failure: { kind: "denied", permission: "account.manage" } };
const late = (actor: Actor): Actor => ({
  ...actor,
  provenAt: new Date(test.clock.now().getTime() - test.desk.stepUp.afterMs - 1),
});

async function journal() {
  const rows = await test.db
    .selectFrom("journal")
    .select("kind")
    .where("operator_id", "=", ana.operator.id)
    .orderBy("seq")
    .execute();
  return rows.map(({ kind }) => kind);
}

const tryToSignIn = (password: string, code?: string) =>
  signIn(test.desk, SOMEWHERE, { email: ana.operator.email, password, ...(code && { code }) });

describe("changing one's own password", () => {
  it("takes the present one, and ends the other sessions alone", async () => {
    const other = await newSession(test.desk, ana);
    const typed = { current: PASSWORD, next: NEXT };
    expect(await changeOwnPassword(test.desk, ana, typed)).toEqual({ ok: true, value: null });
    expect((await standing()).kind).toBe("active");
    expect((await standing(other)).kind).toBe("nobody");
    expect((await tryToSignIn(PASSWORD)).ok).toBe(false);
    expect((await tryToSignIn(NEXT)).ok).toBe(true);
    expect(await journal()).toEqual(expect.arrayContaining(["password.changed", "session.ended"]));
  });

  it.each([
    ["a wrong present one", { current: "guess", next: NEXT }, "current", "password.wrong"],
    ["a short one", { current: PASSWORD, next: "short 1" }, "next", "password.short"],
    ["a long one", { current: PASSWORD, next: "a1".repeat(101) }, "next", "password.long"],
    [
      "letters alone",
      { current: PASSWORD, next: "only letters here" },
      "next",
      "password.letters-and-digits",
    ],
    [
      "the present one again",
      { current: PASSWORD, next: PASSWORD },
      "next",
      "password.used-before",
    ],
    ["one's own name", { current: PASSWORD, next: "ana-lopez-2026" }, "next", "password.personal"],
    [
      "what is guessed first",
      { current: PASSWORD, next: "password12345" },
      "next",
      "password.common",
    ],
  ])("does not take %s", async (_, typed, path, problem) => {
    expect(await changeOwnPassword(test.desk, ana, typed)).toEqual(wrong(path, problem));
    expect((await tryToSignIn(PASSWORD)).ok).toBe(true);
  });

  it.each([undefined, {}, { current: 1, next: 2 }, { current: "x", next: "x".repeat(100_000) }])(
    "does not take %j",
    async (typed) => {
      expect(await changeOwnPassword(test.desk, ana, typed)).toMatchObject({
        failure: { kind: "invalid" },
      });
    },
  );

  it("counts wrong guesses as failed sign-ins, and then refuses the right one, too", async () => {
    for (let guess = 0; guess < 10; guess += 1) {
      await changeOwnPassword(test.desk, ana, { current: `guess ${guess}`, next: NEXT });
    }
    const typed = { current: PASSWORD, next: NEXT };
    expect(await changeOwnPassword(test.desk, ana, typed)).toEqual(
      wrong("current", "password.locked"),
    );
    expect(await journal()).toContain("account.locked");
  });

  it("is not for whoever comes from a provider", async () => {
    await test.db
      .updateTable("operators")
      .set({ password_hash: null })
      .where("id", "=", ana.operator.id)
      .execute();
    const typed = { current: PASSWORD, next: NEXT };
    expect(await changeOwnPassword(test.desk, ana, typed)).toEqual(denied);
  });
});

describe("choosing the first password", () => {
  it("completes an account whose password an administrator made, and only then", async () => {
    expect(await setFirstPassword(test.desk, ana, { next: NEXT })).toEqual(denied);
    await test.db
      .updateTable("operators")
      .set({ must_change_password: true })
      .where("id", "=", ana.operator.id)
      .execute();
    expect(await standing()).toMatchObject({ kind: "incomplete", missing: "password" });
    expect(await setFirstPassword(test.desk, ana, { next: PASSWORD })).toEqual(
      wrong("next", "password.used-before"),
    );
    expect(await setFirstPassword(test.desk, ana, { next: NEXT })).toMatchObject({ ok: true });
    expect((await standing()).kind).toBe("active");
    expect(await setFirstPassword(test.desk, ana, { next: PASSWORD })).toEqual(denied);
  });
});

/** Goes through the enrolment; gives the app's present code and the recovery codes. */
async function enrol(desk: Desk = test.desk) {
  const begun = await beginSecondFactor(desk, ana);
  if (!begun.ok) throw new Error("It was refused.");
  const app = new TOTP({ secret: Secret.fromBase32(begun.value.secret), digits: 6, period: 30 });
  const code = () => app.generate({ timestamp: test.clock.now().getTime() });
  const confirmed = await confirmSecondFactor(desk, ana, { code: code() });
  if (!confirmed.ok) throw new Error("The code was refused.");
  ana = { ...ana, proofMethod: "code" };
  // The code that confirmed it is spent.
  test.clock.advance(STEP_MS);
  return { code, codes: confirmed.value.codes, qr: begun.value.qr };
}

describe("a second factor", () => {
  it("counts once a code of it came: with ten recovery codes, and the other sessions at an end", async () => {
    const other = await newSession(test.desk, ana);
    const { code, codes, qr } = await enrol();
    expect(new Set(codes).size).toBe(10);
    expect(qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
    expect((await standing(other)).kind).toBe("nobody");
    expect((await standing()).kind).toBe("active");
    expect((await tryToSignIn(PASSWORD)).ok).toBe(false);
    expect((await tryToSignIn(PASSWORD, code())).ok).toBe(true);
    expect(await readOwnAccount(test.desk, ana)).toMatchObject({
      hasSecondFactor: true,
      recoveryCodesLeft: 10,
    });
    expect(await journal()).toEqual(
      expect.arrayContaining(["second-factor.set", "recovery-codes.made"]),
    );
  });

  it("does not count for a wrong code, and another secret may be asked for", async () => {
    await beginSecondFactor(test.desk, ana);
    for (const code of ["000000", "", "x".repeat(500), 7]) {
      expect(await confirmSecondFactor(test.desk, ana, { code })).toEqual(
        wrong("code", "code.wrong"),
      );
    }
    expect((await tryToSignIn(PASSWORD)).ok).toBe(true);
    await enrol();
  });

  it("is not put in the place of one that counts", async () => {
    const { code } = await enrol();
    expect((await beginSecondFactor(test.desk, ana)).ok).toBe(false);
    expect((await tryToSignIn(PASSWORD, code())).ok).toBe(true);
  });

  it("completes an account where the desk requires one, without another proof", async () => {
    const strict: Desk = { ...test.desk, secondFactor: "required" };
    expect(await standing(ana.sessionId, strict)).toMatchObject({
      kind: "incomplete",
      missing: "second-factor",
    });
    ana = late(ana);
    await enrol(strict);
    expect((await standing(ana.sessionId, strict)).kind).toBe("active");
  });

  it("is removed where that is allowed, with its recovery codes", async () => {
    await enrol();
    expect(await removeSecondFactor({ ...test.desk, secondFactor: "required" }, ana)).toEqual(
      denied,
    );
    expect(await removeSecondFactor(test.desk, ana)).toMatchObject({ ok: true });
    expect(await readOwnAccount(test.desk, ana)).toMatchObject({
      hasSecondFactor: false,
      recoveryCodesLeft: 0,
    });
    expect((await tryToSignIn(PASSWORD)).ok).toBe(true);
  });

  it("has new recovery codes in the place of the old ones", async () => {
    const { codes } = await enrol();
    const renewed = await renewRecoveryCodes(test.desk, ana);
    if (!renewed.ok) throw new Error("It was refused.");
    const [old = "", fresh = ""] = [codes[0], renewed.value.codes[0]];
    expect((await tryToSignIn(PASSWORD, old)).ok).toBe(false);
    expect((await tryToSignIn(PASSWORD, fresh)).ok).toBe(true);
  });

  it("takes a fresh proof to be set up, removed, or given new codes", async () => {
    const stepUp = (method: string) => ({ ok: false, failure: { kind: "step-up", method } });
    expect(await beginSecondFactor(test.desk, late(ana))).toEqual(stepUp("password"));
    await enrol();
    expect(await removeSecondFactor(test.desk, late(ana))).toEqual(stepUp("code"));
    expect(await renewRecoveryCodes(test.desk, late(ana))).toEqual(stepUp("code"));
  });

  it("is a provider's matter for whoever comes from one", async () => {
    const theirs: Actor = { ...ana, proofMethod: "provider" };
    expect(await beginSecondFactor(test.desk, theirs)).toEqual(denied);
    expect(await confirmSecondFactor(test.desk, theirs, { code: "000000" })).toEqual(denied);
    expect(await removeSecondFactor(test.desk, theirs)).toEqual(denied);
    expect(await renewRecoveryCodes(test.desk, theirs)).toEqual(denied);
  });
});
