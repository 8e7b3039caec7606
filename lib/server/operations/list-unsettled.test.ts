import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationId } from "@/lib/domain/ids";
import { Role } from "@/lib/domain/operator";
import type { Actor } from "@/lib/server/desk";
import {
  channelForm,
  newOperationId,
  newReference,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";

import { checkOperation } from "./check-operation";
import { listJustSettled } from "./list-just-settled";
import { listUnsettled } from "./list-unsettled";
import type { Unsettled } from "./list-unsettled";
import { readUnsettledVersion } from "./read-unsettled-version";
import { submitOperation } from "./submit-operation";
import type { UnsettledKind } from "./unsettled";

let test: DeskWithSandbox;
let ana: Actor;
let beto: Actor;
let anas: OperationId;
let betos: OperationId;

beforeAll(async () => {
  // Without references in the feed, what arrived can only be proposed.
  test = await startDeskWithSandbox({ feedReference: "without" });
  ana = await test.signedIn("agent", "Ana");
  beto = await test.signedIn("agent", "Beto");
  await sent(ana, "DONE", "12345", "7.00");
  anas = await sent(ana, "SBX-DROP-BEFORE", "12345", "1.50");
  test.clock.advance(600_000);
  betos = await sent(beto, "SBX-DROP-AFTER", "12352", "2.25");
  test.clock.advance(10_000);
});
afterAll(() => test.close());

async function sent(
  actor: Actor,
  mark: string,
  cardId: string,
  amount: string,
): Promise<OperationId> {
  const operationId = newOperationId();
  const form = channelForm({ reference: newReference(mark), amount });
  const submitted = await submitOperation(
    test.desk,
    actor,
    submission(form, { operationId, cardId }),
  );
  expect(submitted.ok).toBe(true);
  return operationId;
}

async function listed(kind: UnsettledKind = "all", actor: Actor = ana): Promise<Unsettled> {
  const list = await listUnsettled(test.desk, actor, kind);
  if (!list.ok) throw new Error("It was refused.");
  return list.value;
}

const idsOf = ({ rows }: Unsettled) => rows.map(({ operation }) => operation.id);

async function version(): Promise<string> {
  const read = await readUnsettledVersion(test.desk, ana);
  if (!read.ok) throw new Error("It was refused.");
  return read.value.version;
}

// Each test goes on from where the one before it left the desk.
describe("the shift's list", () => {
  it.each(Role.options)("holds everybody's unknown operations for the role %s", async (role) => {
    expect(idsOf(await listed("all", await test.signedIn(role)))).toEqual([anas, betos]);
  });

  it("is refused to a role that the permission does not name", async () => {
    // A role that a later version has and this one does not: the table denies what it does not grant.
    const guest = { ...ana, operator: { ...ana.operator, role: JSON.parse('"guest"') } };
    const denied = {
      ok: false,
      failure: { kind: "denied", permission: "operation.list-unsettled" },
    };
    expect(await listUnsettled(test.desk, guest, "all")).toEqual(denied);
    expect(await listJustSettled(test.desk, guest)).toEqual(denied);
    expect(await readUnsettledVersion(test.desk, guest)).toEqual(denied);
  });

  it("says of each what was asked, by whom, since when and why it is unknown", async () => {
    const [first] = (await listed()).rows;
    expect(first).toMatchObject({
      operation: { cardId: "12345", operatorName: "Ana", amount: { units: 15_000n } },
      since: new Date("2026-04-18T16:00:00Z"),
      cause: "connection-lost",
      looks: 0,
      lastLook: null,
      nextLookAt: new Date("2026-04-18T16:00:05Z"),
      proposal: null,
    });
  });

  it("says what the last look read, and when the next one is", async () => {
    const before = await version();
    await checkOperation(test.desk, ana, anas);
    test.clock.advance(1_000);
    await checkOperation(test.desk, ana, anas);
    const [first] = (await listed()).rows;
    expect(first).toMatchObject({
      looks: 2,
      lastLook: {
        at: test.clock.now(),
        seen: { months: ["2026-04"], movementsRead: expect.any(Number), unreadable: 0 },
      },
      nextLookAt: new Date(test.clock.now().getTime() + 60_000),
    });
    expect(first?.lastLook?.seen?.movementsRead).toBeGreaterThan(0);
    expect(await version()).not.toBe(before);
  });

  it("shows the movement that is proposed, apart for supervisors", async () => {
    const before = await version();
    await checkOperation(test.desk, beto, betos);
    expect(idsOf(await listed("proposed"))).toEqual([betos]);
    const [second] = (await listed("proposed")).rows;
    expect(second).toMatchObject({
      cause: "connection-lost",
      looks: 1,
      lastLook: { at: test.clock.now(), seen: null },
      proposal: { amount: "2.25", currency: "GTQ", doubts: ["no-reference"] },
    });
    expect(await version()).not.toBe(before);
  });

  it("shows apart what has waited for more than thirty minutes", async () => {
    const early = await version();
    expect(idsOf(await listed("old"))).toEqual([]);
    test.clock.set("2026-04-18T16:30:01Z");
    expect(idsOf(await listed("old"))).toEqual([anas]);
    expect(await version()).not.toBe(early);
  });

  it("adds up what is listed, by currency and direction, and counts every kind", async () => {
    const gtq = (units: bigint) => ({ units, currency: "GTQ" });
    const all = await listed();
    expect(all.totals).toEqual([{ direction: "ADD_FUNDS", count: 2, amount: gtq(37_500n) }]);
    expect(all.counts).toEqual({ all: 2, proposed: 1, old: 1 });
    const old = await listed("old");
    expect(old.totals).toEqual([{ direction: "ADD_FUNDS", count: 1, amount: gtq(15_000n) }]);
    expect(old.counts).toEqual(all.counts);
  });

  it("holds what has been on its way for more than thirty seconds, and not what was just sent", async () => {
    const before = await version();
    const stuck = newOperationId();
    await copyAsIntended(stuck);
    expect(idsOf(await listed())).toEqual([anas, betos]);
    test.clock.advance(31_000);
    const rows = (await listed()).rows;
    expect(rows.map(({ operation }) => operation.id)).toEqual([anas, betos, stuck]);
    expect(rows.at(-1)).toMatchObject({
      operation: { status: "intended" },
      cause: null,
      since: new Date(test.clock.now().getTime() - 31_000),
      looks: 0,
      nextLookAt: null,
    });
    expect(await version()).not.toBe(before);
    await test.db.deleteFrom("operations").where("id", "=", stuck).execute();
  });

  it("lists two hundred, and adds up all of them", async () => {
    const { counts, totals } = await listed();
    const ids = Array.from({ length: 250 }, () => newOperationId());
    await sql`
      insert into operations (id, card_id, mode, direction, amount_units, currency, reference, details,
        fingerprint, operator_id, operator_name, status, created_at, lease_until, unknown_since)
      select many.id, card_id, mode, 'WITHDRAW_FUNDS', 10000, 'USD', 'MANY-' || many.id, details,
        fingerprint, operator_id, operator_name, 'unknown', created_at, lease_until, unknown_since
      from operations, unnest(${ids}::uuid[]) as many (id) where operations.id = ${anas}`.execute(
      test.db,
    );
    const many = await listed();
    expect(many.rows).toHaveLength(200);
    expect(many.counts.all).toBe(counts.all + 250);
    expect(many.totals).toEqual([
      ...totals,
      {
        direction: "WITHDRAW_FUNDS",
        count: 250,
        amount: { units: 2_500_000n, currency: "USD" },
      },
    ]);
    await test.db.deleteFrom("operations").where("id", "in", ids).execute();
  });
});

describe("what has just been settled", () => {
  it("is what was unknown and is so no more, with how long that took, for an hour", async () => {
    const settledAt = test.clock.now();
    const since = new Date(settledAt.getTime() - 90_000);
    await test.db
      .updateTable("operations")
      .set({ status: "applied", unknown_since: since, outcome_at: settledAt })
      .where("id", "=", anas)
      .execute();
    const justSettled = async () => {
      const list = await listJustSettled(test.desk, beto);
      if (!list.ok) throw new Error("It was refused.");
      return list.value.map(({ operation, waitedMs }) => [
        operation.id,
        operation.status,
        waitedMs,
      ]);
    };
    expect(idsOf(await listed())).toEqual([betos]);
    expect(await justSettled()).toEqual([[anas, "applied", 90_000]]);
    test.clock.advance(3_600_001);
    expect(await justSettled()).toEqual([]);
  });
});

/** An operation like Ana's whose sender has not come back with an answer. */
async function copyAsIntended(id: OperationId): Promise<void> {
  await sql`
    insert into operations (id, card_id, mode, direction, amount_units, currency, reference, details,
      fingerprint, operator_id, operator_name, status, created_at, lease_until)
    select ${id}::uuid, card_id, mode, direction, amount_units, currency, 'STUCK', details,
      fingerprint, operator_id, operator_name, 'intended', ${test.clock.now()}::timestamptz, lease_until
    from operations where id = ${anas}`.execute(test.db);
}
