import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { SessionId } from "@/lib/domain/ids";
import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { FAR_FUTURE_S, startScriptedIssuer, tokensBody } from "@/lib/testing/issuer";
import type { ScriptedIssuer } from "@/lib/testing/issuer";
import { endSession } from "@/lib/testing/sessions";

import { tokenFor } from "../issuer/tokens";
import {
  addOperator,
  disableOperator,
  enableOperator,
  setPassword,
  setRole,
} from "../operators/manage-operators";
import { signIn } from "./sign-in";
import { standingOf } from "./standing";

let issuer: ScriptedIssuer;
let test: TestDesk;
let email = "";
let people = 0;
const PASSWORD = "correct horse battery 1";
const REFUSED = { ok: false, failure: "refused" };

beforeAll(async () => {
  issuer = await startScriptedIssuer(() => ({ body: tokensBody(1, FAR_FUTURE_S, FAR_FUTURE_S) }));
  // The operator command has the real clock, and ends what is open by it.
  test = await startTestDesk(issuer.url, { iso: new Date().toISOString() });
});
afterAll(async () => {
  await test.close();
  await issuer.close();
});
beforeEach(async () => {
  people += 1;
  email = `ana${people}@example.com`;
  await addOperator(test.db, { email, name: "Ana López", role: "agent", password: PASSWORD });
});

async function signedIn(): Promise<SessionId> {
  const opened = await signIn(test.desk, SOMEWHERE, { email, password: PASSWORD });
  if (!opened.ok) throw new Error(`The sign-in was not let in: ${opened.failure}.`);
  return opened.value;
}
async function personOf(sessionId: SessionId) {
  const standing = await standingOf(test.desk, { sessionId, generation: 0 }, SOMEWHERE);
  return standing.kind === "nobody" ? null : standing.actor.operator;
}
const countSessions = async () =>
  (await test.db.selectFrom("sessions").select("id").execute()).length;

describe("signing in", () => {
  it("opens a session for the right password, whatever the case of the address", async () => {
    const opened = await signIn(test.desk, SOMEWHERE, {
      email: ` ${email.toUpperCase()} `,
      password: PASSWORD,
    });
    if (!opened.ok) throw new Error("The sign-in was refused.");
    expect(await personOf(opened.value)).toMatchObject({ email, name: "Ana López", role: "agent" });
  });

  it("takes a password however its accents are encoded", async () => {
    await setPassword(test.db, email, "contrase\u00f1a segura 1");
    expect(
      await signIn(test.desk, SOMEWHERE, { email, password: "contrasen\u0303a segura 1" }),
    ).toMatchObject({ ok: true });
  });

  it.each([
    ["a wrong password", () => ({ email, password: `${PASSWORD}!` })],
    ["the password with a space before it", () => ({ email, password: ` ${PASSWORD}` })],
    ["an unknown address", () => ({ email: "nobody@example.com", password: PASSWORD })],
    [
      "the password that stands in for nobody's",
      () => ({ email: "nobody@example.com", password: "a password that nobody has" }),
    ],
    ["an empty password", () => ({ email, password: "" })],
    ["a password that is too long to be hashed", () => ({ email, password: "x".repeat(100_000) })],
    ["no address", () => ({ email: "", password: PASSWORD })],
    ["an address with a wildcard", () => ({ email: "%@example.com", password: PASSWORD })],
    ["another shape", () => ({ email: { like: email }, password: [PASSWORD] })],
    ["nothing", () => undefined],
  ])("is refused for %s, and no session is opened", async (_, typed) => {
    const before = await countSessions();
    expect(await signIn(test.desk, SOMEWHERE, typed())).toEqual(REFUSED);
    expect(await countSessions()).toBe(before);
  });

  it("is refused for a disabled person, and allowed again when enabled", async () => {
    await disableOperator(test.db, email);
    expect(await signIn(test.desk, SOMEWHERE, { email, password: PASSWORD })).toEqual(REFUSED);
    await enableOperator(test.db, email);
    expect(await signIn(test.desk, SOMEWHERE, { email, password: PASSWORD })).toMatchObject({
      ok: true,
    });
  });
});

describe("a session", () => {
  it("ends at sign-out, with its issuer tokens", async () => {
    const sessionId = await signedIn();
    await tokenFor(test.desk, sessionId);
    await endSession(test.desk, sessionId);
    expect(await personOf(sessionId)).toBeNull();
    expect(
      await test.db
        .selectFrom("issuer_tokens")
        .selectAll()
        .where("session_id", "=", sessionId)
        .execute(),
    ).toEqual([]);
  });

  it("ends alone: another session of the same person goes on", async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    await endSession(test.desk, one);
    expect(await personOf(two)).not.toBeNull();
  });

  it("ends at its longest age, to the millisecond", async () => {
    const sessionId = await signedIn();
    test.clock.advance(test.desk.sessionRules.maxAgeMs - 1);
    expect(await personOf(sessionId)).not.toBeNull();
    test.clock.advance(1);
    expect(await personOf(sessionId)).toBeNull();
  });

  it("ends when the person is disabled, and does not come back when they are enabled", async () => {
    const sessionId = await signedIn();
    await tokenFor(test.desk, sessionId);
    await disableOperator(test.db, email);
    expect(await personOf(sessionId)).toBeNull();
    await enableOperator(test.db, email);
    expect(await personOf(sessionId)).toBeNull();
    expect(
      await test.db
        .selectFrom("issuer_tokens")
        .selectAll()
        .where("session_id", "=", sessionId)
        .execute(),
    ).toEqual([]);
  });

  it("ends when the password is changed", async () => {
    const sessionId = await signedIn();
    await setPassword(test.db, email, "another password 1");
    expect(await personOf(sessionId)).toBeNull();
    expect(await signIn(test.desk, SOMEWHERE, { email, password: PASSWORD })).toEqual(REFUSED);
    expect(
      await signIn(test.desk, SOMEWHERE, { email, password: "another password 1" }),
    ).toMatchObject({ ok: true });
  });

  it("carries a new role from the next request on", async () => {
    const sessionId = await signedIn();
    await setRole(test.db, email, "auditor");
    expect(await personOf(sessionId)).toMatchObject({ role: "auditor" });
  });
});
