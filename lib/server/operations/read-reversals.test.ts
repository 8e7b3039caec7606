import { afterAll, beforeAll, expect, test } from "vitest";

import type { OperationForm } from "@/lib/domain/operation";
import type { OperationId } from "@/lib/domain/ids";
import { toDecimal } from "@/lib/domain/money";
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

import { readOperation } from "./read-operation";
import { readReversals } from "./read-reversals";
import { submitOperation } from "./submit-operation";

let started: DeskWithSandbox;
let agent: Actor;
let auditor: Actor;

beforeAll(async () => {
  started = await startDeskWithSandbox();
  agent = await started.signedIn("agent");
  auditor = await started.signedIn("auditor");
});
afterAll(() => started.close());

async function send(form: OperationForm, reverses: OperationId | null = null) {
  started.clock.advance(1_000);
  const operationId = newOperationId();
  const input = { ...submission(form, { operationId }), reverses };
  const submitted = await submitOperation(started.desk, agent, input);
  if (!submitted.ok) throw new Error(`It was not sent: ${submitted.failure.kind}`);
  return operationId;
}

const takingBack = (amount: string, reference = newReference()) =>
  adjustmentForm({ direction: "WITHDRAW_FUNDS", amount, reference });

async function look(operationId: OperationId) {
  const story = await readOperation(started.desk, auditor, operationId);
  if (!story.ok) throw new Error("The story cannot be read.");
  const { original, reversals, left } = await readReversals(
    started.desk,
    auditor,
    story.value.operation,
  );
  return {
    original: original?.id ?? null,
    reversals: reversals.map(({ id, status }) => [id, status]),
    left: toDecimal(left),
  };
}

test("an operation and its reversals lead to each other, and say what is left", async () => {
  const original = await send(channelForm());
  expect(await look(original)).toEqual({ original: null, reversals: [], left: "100.00" });
  const refused = await send(takingBack("100.00", newReference("SBX-7303")), original);
  const part = await send(takingBack("40.00"), original);
  expect(await look(original)).toEqual({
    original: null,
    reversals: [
      [refused, "refused"],
      [part, "applied"],
    ],
    left: "60.00",
  });
  expect(await look(part)).toEqual({ original, reversals: [], left: "0.00" });
  const rest = await send(takingBack("60.00"), original);
  expect(await look(original)).toMatchObject({ left: "0.00" });
  expect(await look(rest)).toEqual({ original, reversals: [], left: "0.00" });
});

test("nothing is left to reverse of an operation that was not applied", async () => {
  const refused = await send(channelForm({ reference: newReference("SBX-7303") }));
  expect(await look(refused)).toEqual({ original: null, reversals: [], left: "0.00" });
});
