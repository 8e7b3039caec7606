import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { AccessEvent } from "@/lib/domain/access";
import { CardId } from "@/lib/domain/ids";
import { Month } from "@/lib/domain/month";
import { listSessions } from "@/lib/server/auth/list-sessions";
import { findCards } from "@/lib/server/cards/find-cards";
import { readCard } from "@/lib/server/cards/read-card";
import type { Actor } from "@/lib/server/desk";
import { readMonth } from "@/lib/server/movements/read-month";
import { listNotes } from "@/lib/server/notes/list-notes";
import { listOperations } from "@/lib/server/operations/list-operations";
import { listUnsettled } from "@/lib/server/operations/list-unsettled";
import { readOperation } from "@/lib/server/operations/read-operation";
import { senseOperation } from "@/lib/server/operations/sense";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import { listPeople } from "@/lib/server/operators/list-people";
import { channelForm, newOperationId, startDeskWithSandbox, submission } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { journalOf } from "@/lib/testing/looks";

import { sweepRecentEntries } from "./append-once-a-minute";

const CARD = CardId.parse("12345");
const MONTH = Month.parse("2026-04");

let test: DeskWithSandbox;
let agent: Actor;
let supervisor: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
});
afterAll(() => test.close());
beforeEach(async () => {
  agent = await test.signedIn("agent");
  supervisor = await test.signedIn("supervisor");
});

/** What a person's session has left in the journal about reading, oldest first. */
async function readsOf({ sessionId }: Actor) {
  const rows = await test.db
    .selectFrom("journal")
    .select(["kind", "card_id", "operation_id", "address", "request_id", "data"])
    .where("session_id", "=", sessionId)
    .where("kind", "in", ["card.read", "list.read"])
    .orderBy("seq")
    .execute();
  return rows.map(({ kind, card_id, data, ...row }) => ({
    ...row,
    card: card_id,
    ...AccessEvent.parse({ ...Object(data), kind }),
  }));
}

describe("whoever looks at a card is on record", () => {
  it("with what they saw of it, from where and with which request", async () => {
    await readCard(test.desk, agent, CARD);
    await readMonth(test.desk, agent, CARD, MONTH);
    await listNotes(test.desk, agent, { cardId: CARD });
    const of = { address: agent.address, request_id: agent.requestId, operation_id: null };
    const read = { ...of, kind: "card.read", card: CARD, operationId: null };
    expect(await readsOf(agent)).toEqual([
      { ...read, what: "card", month: null },
      { ...read, what: "movements", month: MONTH },
      { ...read, what: "notes", month: null },
    ]);
  });

  it("once a minute for the same look, however often a page asks", async () => {
    const look = () => readMonth(test.desk, agent, CARD, MONTH);
    await Promise.all([look(), look(), look()]);
    await look();
    expect(await readsOf(agent)).toHaveLength(1);
    // What was read a moment ago is given from memory, and counts.
    await readMonth(test.desk, agent, CARD, Month.parse("2026-03"));
    await readMonth(test.desk, supervisor, CARD, MONTH);
    expect(await readsOf(agent)).toHaveLength(2);
    expect(await readsOf(supervisor)).toHaveLength(1);
    test.clock.advance(61_000);
    await look();
    expect(await readsOf(agent)).toHaveLength(3);
  });

  it("also by the story of an operation on it, which does not become a part of that story", async () => {
    const operationId = newOperationId();
    const sent = await submitOperation(
      test.desk,
      agent,
      submission(channelForm(), { operationId, cardId: CARD }),
    );
    expect(sent.ok).toBe(true);
    const before = await journalOf(test.db, operationId);
    const story = await readOperation(test.desk, supervisor, operationId);
    expect(story.ok && story.value.entries.map(({ event }) => event.kind)).toEqual(before);
    expect(await journalOf(test.db, operationId)).toEqual(before);
    expect(await readsOf(supervisor)).toMatchObject([
      { kind: "card.read", what: "operation", card: CARD, operationId },
    ]);
  });

  it("also by what is looked for before an operation is sent", async () => {
    const { form } = submission(channelForm());
    const sensed = await senseOperation(test.desk, agent, {
      ...form,
      operationId: newOperationId(),
      cardId: CARD,
    });
    expect(sensed.ok).toBe(true);
    expect(await readsOf(agent)).toMatchObject([{ kind: "card.read", what: "card", card: CARD }]);
  });

  it("also when there is no such card, or nobody answers", async () => {
    await readCard(test.desk, agent, CardId.parse("99999"));
    expect(await readsOf(agent)).toMatchObject([{ kind: "card.read", card: "99999" }]);
  });

  it("and a reading of a month by others does not make it be read anew", async () => {
    const first = await readMonth(test.desk, agent, CARD, MONTH);
    await readCard(test.desk, supervisor, CARD);
    const second = await readMonth(test.desk, agent, CARD, MONTH);
    expect(first.ok && second.ok && second.value).toBe(first.ok && first.value);
  });
});

describe("whoever reads a list of more than their own work is on record", () => {
  it("with what it was cut by, and never with what was typed", async () => {
    await listOperations(test.desk, supervisor, { status: "unknown", cardId: CARD });
    await listNotes(test.desk, supervisor, {});
    await listUnsettled(test.desk, supervisor, "all");
    await findCards(test.desk, supervisor, "Comercial 4711");
    const reads = await readsOf(supervisor);
    expect(reads).toMatchObject([
      { kind: "list.read", list: "operations", filters: ["status", "card"] },
      { kind: "list.read", list: "notes", filters: [] },
      { kind: "list.read", list: "unsettled", filters: [] },
      { kind: "list.read", list: "cards", filters: ["reference"] },
    ]);
    expect(JSON.stringify(reads)).not.toContain("4711");
  });

  it("also of people and of their sessions", async () => {
    const admin = await test.signedIn("admin");
    await listPeople(test.desk, admin, { find: "Castañeda", state: "active" });
    await listSessions(test.desk, admin, agent.operator.id);
    const reads = await readsOf(admin);
    expect(reads).toMatchObject([
      { kind: "list.read", list: "people", filters: ["find", "state"] },
      { kind: "list.read", list: "sessions", filters: ["person"] },
    ]);
    expect(JSON.stringify(reads)).not.toContain("Casta");
  });

  it("and nobody for a list of their own", async () => {
    await listOperations(test.desk, agent, {});
    await listOperations(test.desk, supervisor, { mine: true });
    await listNotes(test.desk, agent, {});
    expect(await readsOf(agent)).toEqual([]);
    expect(await readsOf(supervisor)).toEqual([]);
  });
});

describe("while the journal cannot be written", () => {
  const close = () =>
    sql`alter table journal add constraint closed
      check (kind not in ('card.read', 'list.read')) not valid`.execute(test.db);
  const open = () => sql`alter table journal drop constraint closed`.execute(test.db);

  it.each([
    ["no card", () => readCard(test.desk, agent, CARD)],
    ["no month", () => readMonth(test.desk, agent, CARD, MONTH)],
    ["no note", () => listNotes(test.desk, agent, { cardId: CARD })],
    ["no list", () => listOperations(test.desk, supervisor, {})],
  ])("%s is shown", async (_, read) => {
    await close();
    try {
      await expect(read()).rejects.toThrow("closed");
    } finally {
      await open();
    }
    // And what was not written is not taken for written.
    await read();
    expect([...(await readsOf(agent)), ...(await readsOf(supervisor))]).toHaveLength(1);
  });
});

it("what keeps nothing from being written any more is swept", async () => {
  await readCard(test.desk, agent, CARD);
  const count = async () =>
    (await test.db.selectFrom("recent_entries").select("key").execute()).length;
  expect(await count()).toBeGreaterThan(0);
  await sweepRecentEntries(test.desk);
  expect(await count()).toBeGreaterThan(0);
  test.clock.advance(61_000);
  await sweepRecentEntries(test.desk);
  expect(await count()).toBe(0);
});
