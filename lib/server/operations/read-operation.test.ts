import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CardId } from "@/lib/domain/ids";
import type { OperationId } from "@/lib/domain/ids";
import { Role } from "@/lib/domain/operator";
import type { Actor } from "@/lib/server/desk";
import {
  adjustmentForm,
  channelForm,
  newOperationId,
  newReference,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";

import { listOperations } from "./list-operations";
import { readOperation } from "./read-operation";
import { submitOperation } from "./submit-operation";

let test: DeskWithSandbox;
let ana: Actor;
let beto: Actor;
const anas: OperationId[] = [];
let betos: OperationId;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  ana = await test.signedIn("agent", "Ana");
  beto = await test.signedIn("agent", "Beto");
  const marks = ["ONE", "SBX-DROP-BEFORE", "SBX-DROP-AFTER", "SBX-7303"];
  for (const mark of marks) anas.push(await submitted(ana, mark, "12345"));
  betos = await submitted(beto, "BETO", "12352");
});
afterAll(() => test.close());

async function submitted(actor: Actor, mark: string, cardId: string): Promise<OperationId> {
  const operationId = newOperationId();
  const form = channelForm({ reference: newReference(mark), amount: "1.50" });
  await submitOperation(test.desk, actor, submission(form, { operationId, cardId }));
  test.clock.advance(1_000);
  return operationId;
}

describe("the story of an operation", () => {
  it.each(Role.options)("of somebody else's is shown to the role %s", async (role) => {
    const story = await readOperation(test.desk, await test.signedIn(role), betos);
    expect(story).toMatchObject({ ok: true, value: { operation: { id: betos } } });
  });

  it("of one's own is shown, with what was asked", async () => {
    const story = await readOperation(test.desk, beto, betos);
    expect(story).toMatchObject({
      ok: true,
      value: {
        operation: {
          cardId: "12352",
          mode: "channel",
          direction: "ADD_FUNDS",
          amount: { units: 15_000n },
          status: "applied",
          operatorName: "Beto",
          channel: "MOBILE",
          description: "Recarga",
          observations: null,
          reasonCode: null,
        },
        entries: [
          { event: { kind: "operation.intended" } },
          { event: { kind: "operation.applied" } },
        ],
      },
    });
  });

  it("of an adjustment keeps our reason, which was not sent", async () => {
    const operationId = newOperationId();
    await submitOperation(
      test.desk,
      beto,
      submission(adjustmentForm({ reasonCode: "dispute" }), { operationId, cardId: "12352" }),
    );
    const story = await readOperation(test.desk, beto, operationId);
    if (!story.ok) throw new Error("It was not found.");
    expect(story.value.operation).toMatchObject({
      reasonCode: "dispute",
      mode: "adjustment",
      channel: null,
    });
    expect(JSON.stringify(story.value.entries[0]?.event)).not.toContain("dispute");
  });

  it("of an id that nobody has is not found", async () => {
    expect(await readOperation(test.desk, ana, newOperationId())).toEqual({
      ok: false,
      failure: { kind: "not-found", what: "operation" },
    });
  });
});

describe("the list of operations", () => {
  const ids = async (actor: Actor, filter = {}) =>
    (await listOperations(test.desk, actor, filter)).map((operation) => operation.id);

  it("holds an agent's own and nobody else's, newest first", async () => {
    expect(await ids(ana)).toEqual(anas.toReversed());
    expect(await ids(ana, { mine: false })).toEqual(anas.toReversed());
    expect(await ids(ana, { cardId: CardId.parse("12352") })).toEqual([]);
  });

  it.each(["supervisor", "auditor", "admin"] as const)(
    "holds everybody's for %s, and only their own when they want",
    async (role) => {
      const person = await test.signedIn(role);
      expect(await ids(person)).toEqual(expect.arrayContaining([...anas, betos]));
      expect(await ids(person, { mine: true })).toEqual([]);
    },
  );

  it("holds unknown ones oldest first, because they wait for somebody", async () => {
    expect(await ids(ana, { status: "unknown" })).toEqual([anas[1], anas[2]]);
    expect(await ids(ana, { status: "refused" })).toEqual([anas[3]]);
  });

  it("comes in pages", async () => {
    expect(await ids(ana, { limit: 2 })).toEqual([anas[3], anas[2]]);
    expect(await ids(ana, { limit: 2, offset: 2 })).toEqual([anas[1], anas[0]]);
    expect(await ids(ana, { limit: 100_000, offset: 4 })).toEqual([]);
  });
});
