import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationForm } from "@/lib/domain/operation";
import type { Actor } from "@/lib/server/desk";
import {
  adjustmentForm,
  channelForm,
  newOperationId,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { movedIn } from "@/lib/testing/looks";

import { readOperation } from "./read-operation";
import { submitOperation } from "./submit-operation";

let test: DeskWithSandbox;
let agent: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  agent = await test.signedIn("agent");
});
afterAll(() => test.close());

const submit = (form: OperationForm, changes?: { cardId?: string; operationId?: string }) =>
  submitOperation(test.desk, agent, submission(form, changes));
const countOperations = async () =>
  (await test.db.selectFrom("operations").select("id").execute()).length;

describe("submitting an operation", () => {
  it("adds funds through the channel mode, once, and tells the whole story", async () => {
    const form = channelForm({ customKeys: [{ key: "campaign", value: "loyalty" }] });
    const submitted = await submit(form);
    if (!submitted.ok) throw new Error("It was refused.");
    expect(submitted.value.status).toBe("applied");
    expect(await movedIn(test.db, form.reference)).toEqual([
      {
        card_id: "12345",
        movement_type: "credit",
        amount: "100.0000",
        description: "Recarga",
        observations: null,
        custom_keys: '{"campaign":"loyalty"}',
      },
    ]);
    const story = await readOperation(test.desk, agent, submitted.value.operationId);
    if (!story.ok) throw new Error("The story cannot be read.");
    expect(story.value.entries.map(({ event, by, role }) => [event.kind, by, role])).toEqual([
      ["operation.intended", "Test agent", "agent"],
      ["operation.applied", "Test agent", "agent"],
    ]);
    const [intended, outcome] = story.value.entries;
    expect(intended?.event).toMatchObject({
      request: {
        method: "POST",
        path: "/cards/12345/funds",
        body: expect.stringContaining('{"amount":100.00,'),
      },
    });
    expect(outcome?.event).toMatchObject({
      answer: { httpStatus: 200, code: null, attempts: 1, requestId: agent.requestId },
      movementId: expect.stringMatching(/^\d+$/),
      balanceAfter: expect.stringMatching(/^\d+\.\d\d$/),
    });
  });

  it("withdraws funds as an adjustment, once", async () => {
    const form = adjustmentForm({ direction: "WITHDRAW_FUNDS", amount: "0.07" });
    expect(await submit(form)).toMatchObject({ ok: true, value: { status: "applied" } });
    expect(await movedIn(test.db, form.reference)).toEqual([
      expect.objectContaining({
        movement_type: "debit",
        amount: "0.0700",
        observations: form.observations,
        description: null,
      }),
    ]);
  });

  it.each([
    ["1,234.56", "12345", "GTQ", "1234.5600"],
    ["19.99", "12348", "USD", "19.9900"],
    ["1500", "12349", "CLP", "1500.0000"],
  ])("moves %s on card %s in %s to the last digit", async (amount, cardId, currency, moved) => {
    const form = channelForm({ amount, currency });
    await submit(form, { cardId });
    expect(await movedIn(test.db, form.reference)).toEqual([
      expect.objectContaining({ amount: moved }),
    ]);
  });

  it.each(["auditor", "admin"] as const)(
    "is denied to an %s, and nothing is kept or sent",
    async (role) => {
      const person = await test.signedIn(role);
      const before = await countOperations();
      for (const changes of [
        { direction: "ADD_FUNDS" },
        { direction: "WITHDRAW_FUNDS" },
        // Not what is wrong with the form: that is for those who may send it.
        { direction: "ADD_FUNDS", amount: "no amount" },
      ] as const) {
        const form = channelForm(changes);
        expect(await submitOperation(test.desk, person, submission(form))).toMatchObject({
          ok: false,
          failure: { kind: "denied" },
        });
        expect(await movedIn(test.db, form.reference)).toEqual([]);
      }
      expect(await countOperations()).toBe(before);
    },
  );

  it.each([
    null,
    "text",
    {},
    { operationId: "1", cardId: "12345", balanceSeen: null, form: channelForm() },
    {
      operationId: "0196f0d4-7c1e-4a3b-9d2e-1f2a3b4c5d6e",
      cardId: "12345",
      balanceSeen: null,
      form: channelForm(),
    },
    {
      operationId: newOperationId(),
      cardId: "../auth/login",
      balanceSeen: null,
      form: channelForm(),
    },
    {
      operationId: newOperationId(),
      cardId: "4111111111111111",
      balanceSeen: null,
      form: channelForm(),
    },
    { operationId: newOperationId(), cardId: "12345", balanceSeen: "1e9", form: channelForm() },
    { operationId: newOperationId(), cardId: "12345", balanceSeen: null, form: null },
    {
      operationId: newOperationId(),
      cardId: "12345",
      balanceSeen: null,
      form: channelForm({ amount: "0" }),
    },
    {
      operationId: newOperationId(),
      cardId: "12345",
      balanceSeen: null,
      form: channelForm({ amount: "9".repeat(15) }),
    },
    {
      operationId: newOperationId(),
      cardId: "12345",
      balanceSeen: null,
      form: channelForm({ reference: "R".repeat(300) }),
    },
    {
      operationId: newOperationId(),
      cardId: "12345",
      balanceSeen: null,
      form: adjustmentForm({ reasonCode: "made-up" }),
    },
  ])("refuses input that is not what the form sends: %j", async (input) => {
    const before = await countOperations();
    expect(await submitOperation(test.desk, agent, input)).toMatchObject({
      ok: false,
      failure: { kind: "invalid" },
    });
    expect(await countOperations()).toBe(before);
  });

  it("keeps and sends text with everything that people type", async () => {
    const form = adjustmentForm({
      observations: 'Línea 1\nLínea 2: "ñandú" \\ \u2028 👍🏽 \u0000\ud83d fin',
    });
    expect(await submit(form)).toMatchObject({ ok: true, value: { status: "applied" } });
    expect(await movedIn(test.db, form.reference)).toEqual([
      expect.objectContaining({ observations: 'Línea 1\nLínea 2: "ñandú" \\ \u2028 👍🏽  fin' }),
    ]);
  });
});
