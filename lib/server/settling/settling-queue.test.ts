import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { OperationId } from "@/lib/domain/ids";
import type { Actor, Desk } from "@/lib/server/desk";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import {
  channelForm,
  newOperationId,
  newReference,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { journalOf, movedIn } from "@/lib/testing/looks";

import { startSettling } from "./settling-queue";
import type { SettlingQueue } from "./settling-queue";

let test: DeskWithSandbox;
let desk: Desk;
let agent: Actor;
let queues: SettlingQueue[];

beforeAll(async () => {
  test = await startDeskWithSandbox();
  const { merchant, privateKeyPem } = test.desk.issuer;
  desk = {
    ...test.desk,
    issuer: { ...test.desk.issuer, service: { merchant, privateKeyPem } },
    settling: { pausesMs: [5_000, 15_000], absenceWindowMs: 60_000, absenceLooks: 3 },
  };
  agent = await test.signedIn("agent");
  // Two instances that begin at the same moment on an empty database.
  queues = await Promise.all([0, 1].map(() => startSettling(desk, test.databaseUrl)));
});
afterAll(async () => {
  await Promise.all(queues.map((queue) => queue.stop()));
  await test.close();
});

async function unknown(mark: string): Promise<{ id: OperationId; reference: string }> {
  const id = OperationId.parse(newOperationId());
  const form = channelForm({ reference: newReference(mark) });
  const sent = await submitOperation(desk, agent, submission(form, { operationId: id }));
  expect(sent).toMatchObject({ ok: true, value: { status: "unknown" } });
  return { id, reference: form.reference };
}

async function rowOf(id: OperationId) {
  return test.db
    .selectFrom("operations")
    .select(["status", "looks", "next_look_at"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** Everything that is due is looked at, by whichever instance. */
async function everyInstanceEnqueues(): Promise<void> {
  await Promise.all(queues.map((queue) => queue.enqueueDue()));
}

const reaches = (id: OperationId, found: Partial<Awaited<ReturnType<typeof rowOf>>>) =>
  vi.waitFor(async () => expect(await rowOf(id)).toMatchObject(found), { timeout: 20_000 });

describe("looks that nobody asked for", () => {
  it("settle what was applied, and not before the first pause is over", async () => {
    const { id, reference } = await unknown("SBX-DROP-AFTER");
    test.clock.advance(4_000);
    await everyInstanceEnqueues();
    expect(await countJobs(id)).toBe(0);
    test.clock.advance(1_000);
    await everyInstanceEnqueues();
    await reaches(id, { status: "applied", next_look_at: null });
    expect(await movedIn(test.db, reference)).toHaveLength(1);
    expect(await journalOf(test.db, id)).toEqual([
      "operation.intended",
      "operation.unknown",
      "operation.settled",
    ]);
  });

  it("are made once however many instances have them in the queue, and prove absence at last", async () => {
    const { id, reference } = await unknown("SBX-DROP-BEFORE");
    for (const [pauseMs, looks] of [
      [5_000, 1],
      [15_000, 2],
      [15_000, 3],
    ] as const) {
      test.clock.advance(pauseMs);
      await everyInstanceEnqueues();
      await reaches(id, { status: "unknown", looks });
    }
    // Three looks are enough, a minute is not over yet.
    test.clock.advance(25_000);
    await everyInstanceEnqueues();
    await reaches(id, { status: "not-applied", looks: 4, next_look_at: null });
    expect(await movedIn(test.db, reference)).toEqual([]);
    expect(await journalOf(test.db, id)).toEqual([
      "operation.intended",
      "operation.unknown",
      "operation.checked",
      "operation.checked",
      "operation.checked",
      "operation.proven-absent",
    ]);
  });

  it("are journaled in the desk's name, with the desk's own token", async () => {
    const { id } = await unknown("SBX-DROP-AFTER");
    test.clock.advance(5_000);
    await everyInstanceEnqueues();
    await reaches(id, { status: "applied" });
    const last = await test.db
      .selectFrom("journal")
      .select(["operator_id", "operator_role"])
      .where("operation_id", "=", id)
      .orderBy("seq", "desc")
      .executeTakeFirst();
    expect(last).toEqual({ operator_id: null, operator_role: "desk" });
    const holders = await test.db.selectFrom("issuer_tokens").select("session_id").execute();
    expect(holders.map((row) => row.session_id)).toContain("00000000-0000-4000-8000-000000000000");
  });
});

async function countJobs(id: OperationId): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) from settling_queue.job where data ->> 'operationId' = ${id}`.execute(test.db);
  return Number(rows[0]?.count ?? 0n);
}
