import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { SOMEWHERE, newSession, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { signIn } from "../auth/sign-in";
import { standingOf } from "../auth/standing";
import type { Actor } from "../desk";
import { addPerson } from "./add-person";
import { changeRole } from "./change-role";
import { disablePerson, enablePerson } from "./disable-person";
import { readPerson } from "./list-people";
import { resetPassword, resetSecondFactor, unlockPerson } from "./reset-person";

const DAY_MS = 24 * 3_600_000;

let test: TestDesk;
let admin: Actor;
let agent: Actor;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(async () => {
  // Each test has its own administrator, who is the only one.
  await test.db.updateTable("operators").set({ role: "auditor" }).execute();
  admin = await test.signedIn("admin", "Ada Ríos");
  agent = await test.signedIn("agent", "Ana López");
});

const standing = ({ sessionId }: Actor) =>
  standingOf(test.desk, { sessionId, generation: 0 }, SOMEWHERE);
const aboutAgent = () => ({ operatorId: agent.operator.id });
const wrong = (path: string, problem: string) => ({
  ok: false,
  failure: { kind: "invalid", fields: [{ path, problem }] },
});

async function journalAbout(operatorId: string) {
  const rows = await test.db
    .selectFrom("journal")
    .select(["kind", "operator_name", "address", "request_id", "data"])
    .where("about_operator_id", "=", operatorId)
    .orderBy("seq")
    .execute();
  return rows;
}

const newPerson = () => ({
  email: ` Eva.${randomUUID()}@Example.com `,
  name: "  Eva   Soto ",
  role: "agent",
});

async function added(typed = newPerson()) {
  const result = await addPerson(test.desk, admin, typed);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return { ...result.value, email: typed.email.trim().toLowerCase() };
}

const tryToSignIn = (email: string, password: string) =>
  signIn(test.desk, SOMEWHERE, { email, password });

describe("adding a person", () => {
  it("gives a password that opens a session in which nothing can be done but choose another", async () => {
    const { email, oneTimePassword, operatorId } = await added();
    expect(oneTimePassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const signed = await tryToSignIn(email, oneTimePassword);
    if (!signed.ok) throw new Error(`It was ${signed.failure}.`);
    const ticket = { sessionId: signed.value, generation: 0 };
    const state = await standingOf(test.desk, ticket, SOMEWHERE);
    expect(state).toMatchObject({
      kind: "incomplete",
      missing: "password",
      actor: { operator: { id: operatorId, email, name: "Eva Soto", role: "agent" } },
    });
  });

  it("is on record with who did it, about whom and from where, without the password", async () => {
    const { operatorId, oneTimePassword } = await added();
    const [entry] = await journalAbout(operatorId);
    expect(entry).toMatchObject({
      kind: "operator.created",
      operator_name: "Ada Ríos",
      address: SOMEWHERE.address,
      request_id: admin.requestId,
      data: { role: "agent", by: "person" },
    });
    expect(JSON.stringify(entry)).not.toContain(oneTimePassword);
  });

  it.each([
    [{ email: "nobody" }, "email", "email.format"],
    [{ name: "  " }, "name", "name.empty"],
    [{ name: "x".repeat(101) }, "name", "name.long"],
    [{ name: "4111 1111 1111 1111" }, "name", "text.card-number"],
    [{ role: "king" }, "role", "role.empty"],
  ])("says at the field what is wrong with %j", async (change, path, problem) => {
    expect(await addPerson(test.desk, admin, { ...newPerson(), ...change })).toEqual(
      wrong(path, problem),
    );
  });

  it("takes no address twice, whatever its case", async () => {
    const person = newPerson();
    await added(person);
    const again = { ...person, email: person.email.toUpperCase() };
    expect(await addPerson(test.desk, admin, again)).toEqual(wrong("email", "email.taken"));
  });
});

describe("changing a role", () => {
  it("counts from the next request of an open session on, with its reason on record", async () => {
    const input = { ...aboutAgent(), role: "supervisor", reason: "Turno de noche" };
    expect(await changeRole(test.desk, admin, input)).toEqual({
      ok: true,
      value: { role: "supervisor" },
    });
    expect(await standing(agent)).toMatchObject({ actor: { operator: { role: "supervisor" } } });
    expect((await journalAbout(agent.operator.id)).at(-1)).toMatchObject({
      kind: "operator.role-changed",
      data: { from: "agent", to: "supervisor", reason: "Turno de noche" },
    });
  });

  it.each([
    [{ role: "king" }, "role", "role.empty"],
    [{ role: "agent" }, "role", "role.empty"],
    [{ reason: "  " }, "reason", "note.empty"],
    [{ reason: "x".repeat(501) }, "reason", "text.long"],
  ])("is refused with %j", async (change, path, problem) => {
    const input = { ...aboutAgent(), role: "supervisor", reason: "Because", ...change };
    expect(await changeRole(test.desk, admin, input)).toEqual(wrong(path, problem));
  });

  it("is not done to oneself, nor to whose provider decides it", async () => {
    const input = { operatorId: admin.operator.id, role: "agent", reason: "Because" };
    expect(await changeRole(test.desk, admin, input)).toEqual(wrong("role", "person.oneself"));
    await test.db
      .updateTable("operators")
      .set({ provider_issuer: "https://id.example.com", provider_subject: randomUUID() })
      .where("id", "=", agent.operator.id)
      .execute();
    const other = { ...aboutAgent(), role: "auditor", reason: "Because" };
    expect(await changeRole(test.desk, admin, other)).toEqual(wrong("role", "person.provider"));
  });
});

describe("disabling and enabling", () => {
  it("ends the sessions at once, for good, with the reason on record", async () => {
    await newSession(test.desk, agent);
    const input = { ...aboutAgent(), reason: "Left the company" };
    expect(await disablePerson(test.desk, admin, input)).toEqual({ ok: true, value: { ended: 2 } });
    expect((await standing(agent)).kind).toBe("nobody");
    const again = { ...aboutAgent(), reason: "Came back" };
    expect(await enablePerson(test.desk, admin, again)).toMatchObject({ ok: true });
    expect((await standing(agent)).kind).toBe("nobody");
    expect((await journalAbout(agent.operator.id)).map(({ kind }) => kind)).toEqual([
      "operator.disabled",
      "session.ended",
      "session.ended",
      "operator.enabled",
    ]);
  });

  it("is not done to oneself, and takes a reason", async () => {
    const oneself = { operatorId: admin.operator.id, reason: "Because" };
    expect(await disablePerson(test.desk, admin, oneself)).toEqual(
      wrong("reason", "person.oneself"),
    );
    const silent = { ...aboutAgent(), reason: "" };
    expect(await disablePerson(test.desk, admin, silent)).toEqual(wrong("reason", "note.empty"));
    expect(await enablePerson(test.desk, admin, silent)).toEqual(wrong("reason", "note.empty"));
  });

  it("lets somebody in again whom ninety days had shut out", async () => {
    const { email, operatorId } = await added();
    await test.db
      .updateTable("operators")
      .set({ created_at: new Date(test.clock.now().getTime() - 91 * DAY_MS) })
      .where("email", "=", email)
      .execute();
    const state = async () => (await readPerson(test.desk, admin, operatorId))?.state;
    expect(await state()).toBe("dormant");
    await enablePerson(test.desk, admin, { operatorId, reason: "Back from leave" });
    expect(await state()).toBe("active");
  });
});

describe("resetting", () => {
  it("a password ends the sessions, and the new one has to be changed", async () => {
    const { email, operatorId, oneTimePassword: first } = await added();
    const reset = await resetPassword(test.desk, admin, { operatorId });
    if (!reset.ok) throw new Error("It was refused.");
    expect((await tryToSignIn(email, first)).ok).toBe(false);
    expect((await tryToSignIn(email, reset.value.oneTimePassword)).ok).toBe(true);
    expect(await readPerson(test.desk, admin, operatorId)).toMatchObject({
      mustChangePassword: true,
    });
    await resetPassword(test.desk, admin, aboutAgent());
    expect((await standing(agent)).kind).toBe("nobody");
  });

  it("a second factor takes it away with its recovery codes, and ends the sessions", async () => {
    const { id } = agent.operator;
    await test.db
      .updateTable("operators")
      .set({ totp_confirmed_at: test.clock.now() })
      .where("id", "=", id)
      .execute();
    await test.db
      .insertInto("recovery_codes")
      .values({ operator_id: id, hash: "one", used_at: null })
      .execute();
    expect(await resetSecondFactor(test.desk, admin, aboutAgent())).toMatchObject({ ok: true });
    expect(await readPerson(test.desk, admin, id)).toMatchObject({ hasSecondFactor: false });
    const codes = await test.db
      .selectFrom("recovery_codes")
      .selectAll()
      .where("operator_id", "=", id)
      .execute();
    expect(codes).toEqual([]);
    expect((await standing(agent)).kind).toBe("nobody");
    // There is nothing more to take away, and nothing more to write down.
    const entries = (await journalAbout(id)).length;
    await resetSecondFactor(test.desk, admin, aboutAgent());
    expect(await journalAbout(id)).toHaveLength(entries);
  });

  it("failures lets a person try again at once", async () => {
    const { email, operatorId, oneTimePassword } = await added();
    for (let failure = 0; failure < 10; failure += 1) await tryToSignIn(email, `guess ${failure}`);
    expect((await readPerson(test.desk, admin, operatorId))?.state).toBe("locked-out");
    expect((await tryToSignIn(email, oneTimePassword)).ok).toBe(false);
    expect(await unlockPerson(test.desk, admin, { operatorId })).toMatchObject({ ok: true });
    expect((await readPerson(test.desk, admin, operatorId))?.state).toBe("active");
    expect((await tryToSignIn(email, oneTimePassword)).ok).toBe(true);
  });
});
