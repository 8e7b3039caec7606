import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationId } from "@/lib/domain/ids";
import { Proposal } from "@/lib/domain/journal";
import type { Actor } from "@/lib/server/desk";
import { startDeskWithSandbox } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { journalOf, misfolded } from "@/lib/testing/looks";
import { sendUnknown } from "@/lib/testing/unknown";

import { checkOperation } from "./check-operation";
import { confirmProposal } from "./confirm-proposal";
import { readSettling } from "./read-settling";
import { rejectProposal } from "./reject-proposal";

let test: DeskWithSandbox;
let agent: Actor;
let supervisor: Actor;
let cents = 0;

beforeAll(async () => {
  // The issuer may leave our references out of its feed: then no movement is surely ours.
  test = await startDeskWithSandbox({ feedReference: "without" });
  agent = await test.signedIn("agent");
  supervisor = await test.signedIn("supervisor");
});
afterAll(async () => {
  expect(await misfolded(test.db)).toEqual([]);
  await test.close();
});

/** An operation that was applied without an answer, and for which a look has proposed a movement. */
async function proposed(amount?: string) {
  cents += 1;
  const sent = await sendUnknown(test, agent, "SBX-DROP-AFTER", {
    amount: amount ?? `7.${10 + cents}`,
  });
  await checkOperation(test.desk, agent, sent.operationId);
  return { ...sent, movementId: await proposalFor(sent.operationId) };
}

async function proposalFor(operationId: OperationId): Promise<string> {
  const row = await rowOf(operationId);
  return Proposal.parse(row.proposal).movementId;
}

function rowOf(operationId: OperationId) {
  return test.db
    .selectFrom("operations")
    .selectAll()
    .where("id", "=", operationId)
    .executeTakeFirstOrThrow();
}

const REASON = "Same amount and minute in the issuer's own page";
const changed = (operationId: OperationId, status: string) => ({
  ok: false,
  failure: { kind: "wrong-status", operationId, status },
});

describe("a supervisor who confirms a proposal", () => {
  it("makes the operation applied, and the movement its own", async () => {
    const { operationId, movementId } = await proposed();
    const looksBefore = (await rowOf(operationId)).looks;
    const input = { operationId, movementId, reason: ` ${REASON} ` };
    expect(await confirmProposal(test.desk, supervisor, input)).toEqual({
      ok: true,
      value: { operationId, status: "applied" },
    });
    expect(await rowOf(operationId)).toMatchObject({
      status: "applied",
      movement_id: movementId,
      proposal: null,
      next_look_at: null,
      looks: looksBefore,
    });
    const { rows } = await sql<{ operator_name: string; data: unknown }>`
      select operator_name, data from journal
       where operation_id = ${operationId} and kind = 'operation.settled'`.execute(test.db);
    expect(rows).toEqual([
      {
        operator_name: supervisor.operator.name,
        data: { movementId, movementAt: expect.any(String), how: "proposal", reason: REASON },
      },
    ]);
  });

  it("twice at once confirms it once", async () => {
    const { operationId, movementId } = await proposed();
    const input = { operationId, movementId, reason: REASON };
    const both = await Promise.all([
      confirmProposal(test.desk, supervisor, input),
      confirmProposal(test.desk, supervisor, input),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toEqual(changed(operationId, "applied"));
  });

  it("cannot confirm another movement than the one that is proposed", async () => {
    const { operationId } = await proposed();
    const input = { operationId, movementId: "999999", reason: REASON };
    expect(await confirmProposal(test.desk, supervisor, input)).toEqual(
      changed(operationId, "unknown"),
    );
  });

  it("is told that another operation has claimed the movement", async () => {
    const { operationId, movementId } = await proposed();
    const other = await proposed();
    await test.db
      .updateTable("operations")
      .set({ movement_id: movementId })
      .where("id", "=", other.operationId)
      .execute();
    const input = { operationId, movementId, reason: REASON };
    expect(await confirmProposal(test.desk, supervisor, input)).toEqual({
      ok: false,
      failure: { kind: "movement-claimed" },
    });
    expect(await rowOf(operationId)).toMatchObject({ status: "unknown", movement_id: null });
    expect(await journalOf(test.db, operationId)).not.toContain("operation.settled");
  });
});

describe("a supervisor who turns a proposal down", () => {
  it("keeps the operation unknown, has the search go on at once, and never sees the movement again", async () => {
    const { operationId, movementId } = await proposed();
    const input = { operationId, movementId, reason: "That one is a purchase" };
    expect(await rejectProposal(test.desk, supervisor, input)).toEqual({
      ok: true,
      value: { operationId, status: "unknown" },
    });
    expect(await rowOf(operationId)).toMatchObject({
      status: "unknown",
      proposal: null,
      next_look_at: test.clock.now(),
    });
    await checkOperation(test.desk, agent, operationId);
    expect(await rowOf(operationId)).toMatchObject({ status: "unknown", proposal: null });
    expect((await journalOf(test.db, operationId)).at(-1)).toBe("operation.checked");
    expect(await confirmProposal(test.desk, supervisor, input)).toEqual(
      changed(operationId, "unknown"),
    );
  });

  it("leaves the other of two movements that are alike to be proposed", async () => {
    const first = await proposed("9.75");
    const second = await proposed("9.75");
    const input = { ...first, reason: "It is the other one" };
    await rejectProposal(test.desk, supervisor, input);
    await checkOperation(test.desk, agent, first.operationId);
    expect(await proposalFor(first.operationId)).not.toBe(first.movementId);
    // One of them is confirmed; the movement is then nobody else's.
    const movementId = await proposalFor(first.operationId);
    const { operationId } = first;
    const confirmed = await confirmProposal(test.desk, supervisor, {
      operationId,
      movementId,
      reason: REASON,
    });
    expect(confirmed.ok).toBe(true);
    await rejectProposal(test.desk, supervisor, { ...second, reason: "Taken" });
    await checkOperation(test.desk, agent, second.operationId);
    expect((await rowOf(second.operationId)).proposal).not.toMatchObject({ movementId });
  });
});

describe("either answer", () => {
  it.each([
    ["confirming", confirmProposal],
    ["turning down", rejectProposal],
  ] as const)(
    "%s is a supervisor's, needs a reason, and changes nothing without",
    async (_, verb) => {
      const { operationId, movementId } = await proposed();
      for (const role of ["agent", "auditor", "admin"] as const) {
        const person = await test.signedIn(role);
        expect(await verb(test.desk, person, { operationId, movementId, reason: REASON })).toEqual({
          ok: false,
          failure: { kind: "denied", permission: "operation.settle" },
        });
      }
      for (const [reason, problem] of [
        ["  ", "note.empty"],
        ["x".repeat(501), "text.long"],
        ["card 4111 1111 1111 1111", "text.card-number"],
      ]) {
        expect(await verb(test.desk, supervisor, { operationId, movementId, reason })).toEqual({
          ok: false,
          failure: { kind: "invalid", fields: [{ path: "reason", problem }] },
        });
      }
      for (const input of [null, {}, { operationId: "x", movementId, reason: REASON }]) {
        expect(await verb(test.desk, supervisor, input)).toMatchObject({ ok: false });
      }
      const seen = await readSettling(test.desk, agent, operationId);
      expect(seen).toMatchObject({ ok: true, value: { proposal: { movementId }, version: 3 } });
    },
  );
});
