import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import type { Actor } from "../desk";
import { addPerson } from "./add-person";
import { changeRole } from "./change-role";
import { disablePerson, enablePerson } from "./disable-person";
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

describe("the last administrator", () => {
  it("stays, and stays one", async () => {
    const second = await test.signedIn("admin", "Berta Gil");
    const about = { operatorId: admin.operator.id, reason: "Because" };
    // Who asks was an administrator when they asked, and is none any more.
    await test.db
      .updateTable("operators")
      .set({ disabled_at: test.clock.now() })
      .where("id", "=", second.operator.id)
      .execute();
    expect(await disablePerson(test.desk, second, about)).toEqual(
      wrong("reason", "person.last-admin"),
    );
    expect(await changeRole(test.desk, second, { ...about, role: "agent" })).toEqual(
      wrong("role", "person.last-admin"),
    );
  });

  it("is left when two shut each other out at the same moment", async () => {
    const second = await test.signedIn("admin", "Berta Gil");
    const both = await Promise.all([
      disablePerson(test.desk, admin, { operatorId: second.operator.id, reason: "One" }),
      disablePerson(test.desk, second, { operatorId: admin.operator.id, reason: "Two" }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual(wrong("reason", "person.last-admin"));
  });

  it("does not count somebody whose door is shut by the desk's configuration", async () => {
    const second = await test.signedIn("admin", "Berta Gil");
    const about = { operatorId: second.operator.id, reason: "Because" };
    const closed = { ...test.desk, hasOwnAccounts: false };
    expect(await disablePerson(closed, admin, about)).toEqual(wrong("reason", "person.last-admin"));
    await test.db
      .updateTable("operators")
      .set({ provider_issuer: "https://id.example.com", provider_subject: admin.operator.id })
      .where("id", "=", admin.operator.id)
      .execute();
    expect(await disablePerson(test.desk, admin, about)).toEqual(
      wrong("reason", "person.last-admin"),
    );
  });

  it("does not count somebody who has been away for ninety days", async () => {
    const second = await test.signedIn("admin", "Berta Gil");
    const long = new Date(test.clock.now().getTime() - 90 * DAY_MS);
    await test.db
      .updateTable("operators")
      .set({ created_at: long, last_signed_in_at: long })
      .where("id", "=", admin.operator.id)
      .execute();
    const about = { operatorId: second.operator.id, reason: "Because" };
    expect(await disablePerson(test.desk, admin, about)).toEqual(
      wrong("reason", "person.last-admin"),
    );
  });
});

const VERBS = [
  ["addPerson", (actor: Actor) => addPerson(test.desk, actor, newPerson())],
  [
    "changeRole",
    (actor: Actor) =>
      changeRole(test.desk, actor, { ...aboutAgent(), role: "auditor", reason: "x" }),
  ],
  [
    "disablePerson",
    (actor: Actor) => disablePerson(test.desk, actor, { ...aboutAgent(), reason: "x" }),
  ],
  [
    "enablePerson",
    (actor: Actor) => enablePerson(test.desk, actor, { ...aboutAgent(), reason: "x" }),
  ],
  ["resetPassword", (actor: Actor) => resetPassword(test.desk, actor, aboutAgent())],
  ["resetSecondFactor", (actor: Actor) => resetSecondFactor(test.desk, actor, aboutAgent())],
  ["unlockPerson", (actor: Actor) => unlockPerson(test.desk, actor, aboutAgent())],
] as const;

describe("one's own account", () => {
  it("is not reset by oneself: the session that has the new password would be gone", async () => {
    const oneself = { operatorId: admin.operator.id };
    const refused = wrong("operatorId", "person.oneself");
    expect(await resetPassword(test.desk, admin, oneself)).toEqual(refused);
    expect(await resetSecondFactor(test.desk, admin, oneself)).toEqual(refused);
    expect(await journalAbout(admin.operator.id)).toEqual([]);
  });
});

describe.each(VERBS)("%s", (_, verb) => {
  it.each(["agent", "supervisor", "auditor"] as const)("is denied to an %s", async (role) => {
    expect(await verb(await test.signedIn(role))).toEqual({
      ok: false,
      failure: { kind: "denied", permission: "operator.manage" },
    });
  });

  it("takes a fresh proof, and nothing is written without one", async () => {
    const before = await journalAbout(agent.operator.id);
    const provenAt = new Date(test.clock.now().getTime() - test.desk.stepUp.afterMs - 1);
    expect(await verb({ ...admin, provenAt })).toEqual({
      ok: false,
      failure: { kind: "step-up", method: "password" },
    });
    expect(await journalAbout(agent.operator.id)).toEqual(before);
  });
});
