import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationId } from "@/lib/domain/ids";
import type { Actor } from "@/lib/server/desk";
import { channelForm, newOperationId, startDeskWithSandbox, submission } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { journalOf, misfolded } from "@/lib/testing/looks";
import { sendUnknown } from "@/lib/testing/unknown";

import { checkOperation } from "./check-operation";
import { settleByHand } from "./settle-by-hand";
import { submitOperation } from "./submit-operation";

let test: DeskWithSandbox;
let agent: Actor;
let supervisor: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  agent = await test.signedIn("agent");
  supervisor = await test.signedIn("supervisor");
});
afterAll(async () => {
  expect(await misfolded(test.db)).toEqual([]);
  await test.close();
});

const REASON = "The issuer told us so by telephone, case 4711";

function rowOf(operationId: OperationId) {
  return test.db
    .selectFrom("operations")
    .selectAll()
    .where("id", "=", operationId)
    .executeTakeFirstOrThrow();
}

describe("settling by hand", () => {
  it("makes an unknown operation applied, and the movement its own", async () => {
    const { operationId } = await sendUnknown(test, agent, "SBX-DROP-BEFORE");
    const input = { operationId, outcome: "applied", reason: REASON, movementId: " MV-1 " };
    expect(await settleByHand(test.desk, supervisor, input)).toEqual({
      ok: true,
      value: { operationId, status: "applied" },
    });
    expect(await rowOf(operationId)).toMatchObject({
      status: "applied",
      movement_id: "MV-1",
      holds_reference: true,
      next_look_at: null,
    });
    expect((await journalOf(test.db, operationId)).at(-1)).toBe("operation.settled-by-hand");
  });

  it("as not applied keeps the reference for sending it again, and for nothing else", async () => {
    const { operationId, form } = await sendUnknown(test, agent, "SBX-DROP-BEFORE");
    const input = { operationId, outcome: "not-applied", reason: REASON };
    expect(await settleByHand(test.desk, supervisor, input)).toEqual({
      ok: true,
      value: { operationId, status: "not-applied" },
    });
    expect(await rowOf(operationId)).toMatchObject({ holds_reference: false, movement_id: null });
    const again = await submitOperation(test.desk, agent, submission(form));
    expect(again).toEqual({ ok: false, failure: { kind: "reference-taken", operationId } });
  });

  it("is final for whoever looks or settles afterwards", async () => {
    const { operationId } = await sendUnknown(test, agent, "SBX-DROP-AFTER");
    await settleByHand(test.desk, supervisor, { operationId, outcome: "applied", reason: REASON });
    const input = { operationId, outcome: "not-applied", reason: REASON };
    expect(await settleByHand(test.desk, supervisor, input)).toEqual({
      ok: false,
      failure: { kind: "wrong-status", operationId, status: "applied" },
    });
    await checkOperation(test.desk, agent, operationId);
    expect(await journalOf(test.db, operationId)).toHaveLength(3);
  });

  it("is for what is unknown, and for nothing else", async () => {
    const operationId = newOperationId();
    await submitOperation(test.desk, agent, submission(channelForm(), { operationId }));
    const input = { operationId, outcome: "not-applied", reason: REASON };
    expect(await settleByHand(test.desk, supervisor, input)).toEqual({
      ok: false,
      failure: { kind: "wrong-status", operationId, status: "applied" },
    });
    const nothing = newOperationId();
    expect(await settleByHand(test.desk, supervisor, { ...input, operationId: nothing })).toEqual({
      ok: false,
      failure: { kind: "not-found", what: "operation" },
    });
  });

  it("does not give a movement to two operations", async () => {
    const first = await sendUnknown(test, agent, "SBX-DROP-BEFORE");
    const second = await sendUnknown(test, agent, "SBX-DROP-BEFORE");
    const input = { outcome: "applied", reason: REASON, movementId: "MV-2" };
    await settleByHand(test.desk, supervisor, { ...input, operationId: first.operationId });
    expect(
      await settleByHand(test.desk, supervisor, { ...input, operationId: second.operationId }),
    ).toEqual({ ok: false, failure: { kind: "movement-claimed" } });
    expect(await rowOf(second.operationId)).toMatchObject({ status: "unknown" });
  });

  it("is a supervisor's, with an outcome, a reason, and no card number anywhere", async () => {
    const { operationId } = await sendUnknown(test, agent, "SBX-DROP-BEFORE");
    const input = { operationId, outcome: "applied", reason: REASON };
    for (const role of ["agent", "auditor", "admin"] as const) {
      expect(await settleByHand(test.desk, await test.signedIn(role), input)).toEqual({
        ok: false,
        failure: { kind: "denied", permission: "operation.settle" },
      });
    }
    const card = "4111 1111 1111 1111";
    for (const [changes, path, problem] of [
      [{ outcome: "refused" }, "outcome", "outcome.empty"],
      [{ outcome: undefined }, "outcome", "outcome.empty"],
      [{ reason: " " }, "reason", "note.empty"],
      [{ reason: card }, "reason", "text.card-number"],
      [{ movementId: card }, "movementId", "text.card-number"],
      [{ movementId: "x".repeat(65) }, "movementId", "text.long"],
    ] as const) {
      expect(await settleByHand(test.desk, supervisor, { ...input, ...changes })).toEqual({
        ok: false,
        failure: { kind: "invalid", fields: [{ path, problem }] },
      });
    }
    expect(await journalOf(test.db, operationId)).toHaveLength(2);
  });
});
