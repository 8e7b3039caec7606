import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { connect } from "@/lib/server/db/connect";
import type { Actor, Desk } from "@/lib/server/desk";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import { channelForm, startDeskWithSandbox, submission } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { movedIn } from "@/lib/testing/looks";

import { listLineEvents } from "./list-line-events";
import { readLine } from "./read-line";
import { resumeLine } from "./resume-line";
import { stopLine } from "./stop-line";

let test: DeskWithSandbox;
/** Another instance on the same database. */
let other: Desk;
let admin: Actor;
let agent: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  other = { ...test.desk, db: connect(test.databaseUrl) };
  admin = await test.signedIn("admin", "Ada Admin");
  agent = await test.signedIn("agent");
});
afterAll(async () => {
  await other.db.destroy();
  await test.close();
});
beforeEach(async () => {
  await resumeLine(test.desk, admin, { reason: "The next test begins." });
  test.clock.advance(60_000);
});

const all = { limit: 100, offset: 0 };
const history = async () => listLineEvents(test.desk, admin, all);

describe("stopping the line", () => {
  it("holds back whoever sends next, on another instance too, and says since when, by whom and why", async () => {
    expect(await stopLine(test.desk, admin, { reason: "  The issuer is ill.  " })).toEqual({
      ok: true,
      value: { hasChanged: true },
    });
    const form = channelForm();
    const input = submission(form);
    expect(await submitOperation(other, agent, input)).toEqual({
      ok: false,
      failure: {
        kind: "line-stopped",
        since: test.clock.now().toISOString(),
        by: "Ada Admin",
        reason: "The issuer is ill.",
      },
    });
    expect(await movedIn(test.db, form.reference)).toEqual([]);

    // The same intent goes through once the line is started again.
    await resumeLine(other, admin, { reason: "It is well." });
    expect(await submitOperation(test.desk, agent, input)).toMatchObject({
      ok: true,
      value: { status: "applied" },
    });
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it("leaves an operation that was sent before it as it is, and tells its outcome", async () => {
    const input = submission(channelForm());
    await submitOperation(test.desk, agent, input);
    await stopLine(test.desk, admin, { reason: "Enough." });
    expect(await submitOperation(test.desk, agent, input)).toMatchObject({
      ok: true,
      value: { status: "applied" },
    });
  });

  it("is in the journal with its reason, and so is starting again, newest first", async () => {
    const before = await history();
    await stopLine(test.desk, admin, { reason: "Maintenance" });
    const stoppedAt = test.clock.now();
    test.clock.advance(5_000);
    await resumeLine(test.desk, admin, { reason: "Done" });
    const entries = await history();
    expect(entries.slice(0, entries.length - before.length)).toEqual([
      {
        id: expect.any(String),
        at: test.clock.now(),
        by: "Ada Admin",
        event: { kind: "line.resumed", reason: "Done" },
      },
      {
        id: expect.any(String),
        at: stoppedAt,
        by: "Ada Admin",
        event: { kind: "line.stopped", reason: "Maintenance", share: null },
      },
    ]);
  });

  it("twice keeps the first one's name and reason, and writes nothing more", async () => {
    const second = await test.signedIn("admin", "Second");
    await stopLine(test.desk, admin, { reason: "First" });
    const since = test.clock.now();
    const before = await history();
    test.clock.advance(1_000);
    expect(await stopLine(other, second, { reason: "Mine" })).toEqual({
      ok: true,
      value: { hasChanged: false },
    });
    expect(await readLine(test.desk)).toEqual({
      stopped: { since, by: "Ada Admin", reason: "First" },
    });
    expect(await history()).toEqual(before);
  });

  it("by many at the same moment is done by one of them", async () => {
    const before = await history();
    const changes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        stopLine(index % 2 === 0 ? test.desk : other, admin, { reason: `Press ${index}` }),
      ),
    );
    expect(changes.filter((change) => change.ok && change.value.hasChanged)).toHaveLength(1);
    expect(await history()).toHaveLength(before.length + 1);
  });
});

describe("starting again", () => {
  it("of a line that runs changes nothing and writes nothing", async () => {
    const before = await history();
    expect(await resumeLine(test.desk, admin, { reason: "To be sure" })).toEqual({
      ok: true,
      value: { hasChanged: false },
    });
    expect(await history()).toEqual(before);
  });
});

describe.each([
  ["stopping", stopLine, "line.stop"],
  ["starting again", resumeLine, "line.resume"],
] as const)("%s", (name, verb, permission) => {
  beforeEach(async () => {
    if (name === "starting again") await stopLine(test.desk, admin, { reason: "For the test" });
  });

  it.each(["agent", "supervisor", "auditor"] as const)("is denied to an %s", async (role) => {
    const before = await readLine(test.desk);
    const person = await test.signedIn(role);
    for (const input of [{ reason: "Because" }, { reason: "" }, null]) {
      expect(await verb(test.desk, person, input)).toEqual({
        ok: false,
        failure: { kind: "denied", permission },
      });
    }
    expect(await readLine(test.desk)).toEqual(before);
  });

  it.each([
    [null, "note.empty"],
    ["Because", "note.empty"],
    [{}, "note.empty"],
    [{ reason: 7 }, "note.empty"],
    [{ reason: " \n " }, "note.empty"],
    [{ reason: "x".repeat(501) }, "text.long"],
    [{ reason: "for 4111 1111 1111 1111" }, "text.card-number"],
  ])("without a reason that may be stored is refused: %j", async (input, problem) => {
    const before = await readLine(test.desk);
    expect(await verb(test.desk, admin, input)).toEqual({
      ok: false,
      failure: { kind: "invalid", fields: [{ path: "reason", problem }] },
    });
    expect(await readLine(test.desk)).toEqual(before);
  });
});
