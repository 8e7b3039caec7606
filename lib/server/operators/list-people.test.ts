import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { OperatorId } from "@/lib/domain/ids";
import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import type { Actor } from "../desk";
import { changeRole } from "./change-role";
import { disablePerson } from "./disable-person";
import { exportPeople } from "./export-people";
import { listPeople, readPerson } from "./list-people";
import { listPersonEvents } from "./list-person-events";

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

async function journalAbout(operatorId: string) {
  const rows = await test.db
    .selectFrom("journal")
    .select(["kind", "operator_name", "address", "request_id", "data"])
    .where("about_operator_id", "=", operatorId)
    .orderBy("seq")
    .execute();
  return rows;
}

describe("the list of people", () => {
  it("is found by name without accents, by role and by state, and only by who may see it", async () => {
    const name = `Ángela Núñez ${randomUUID()}`;
    const angela = await test.signedIn("supervisor", name);
    const found = async (filter: object) =>
      (await listPeople(test.desk, admin, filter)).map(({ id }) => id);
    expect(await found({ find: name.replace("Ángela", "angela") })).toEqual([angela.operator.id]);
    expect(await found({ find: angela.operator.email })).toEqual([angela.operator.id]);
    expect(await found({ role: "supervisor", find: "angela nunez" })).toContain(angela.operator.id);
    expect(await found({ state: "disabled" })).not.toContain(angela.operator.id);
    await disablePerson(test.desk, admin, { operatorId: angela.operator.id, reason: "x" });
    expect(await found({ state: "disabled" })).toContain(angela.operator.id);
    expect(await listPeople(test.desk, agent)).toEqual([]);
    expect(await readPerson(test.desk, agent, angela.operator.id)).toBeNull();
  });

  it("is exported with an entry of how many there were, and not without the right to", async () => {
    const exported = await exportPeople(test.desk, admin);
    if (!exported.ok) throw new Error("It was refused.");
    const entry = await test.db
      .selectFrom("journal")
      .select(["data", "operator_name"])
      .where("kind", "=", "exported")
      .orderBy("seq", "desc")
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({
      operator_name: "Ada Ríos",
      data: { what: "people", rows: exported.value.length },
    });
    expect(await exportPeople(test.desk, agent)).toMatchObject({ failure: { kind: "denied" } });
  });
});

describe("a person's events", () => {
  it("are those by them and about them, and to read them is an entry as well", async () => {
    await changeRole(test.desk, admin, { ...aboutAgent(), role: "supervisor", reason: "More" });
    const events = await listPersonEvents(test.desk, admin, agent.operator.id);
    expect(events[0]).toMatchObject({
      by: "Ada Ríos",
      isByThem: false,
      address: SOMEWHERE.address,
      event: { kind: "operator.role-changed", reason: "More" },
    });
    expect((await journalAbout(agent.operator.id)).at(-1)).toMatchObject({
      kind: "list.read",
      data: { list: "person-events" },
    });
    expect(await listPersonEvents(test.desk, agent, admin.operator.id)).toEqual([]);
  });

  it("are none for who is not there", async () => {
    const nobody = OperatorId.parse(randomUUID());
    expect(await listPersonEvents(test.desk, admin, nobody)).toEqual([]);
  });
});
