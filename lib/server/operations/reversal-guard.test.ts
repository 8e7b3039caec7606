import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationForm } from "@/lib/domain/operation";
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
import { journalOf, movedIn } from "@/lib/testing/looks";

import { submitOperation } from "./submit-operation";

let test: DeskWithSandbox;
let agent: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  agent = await test.signedIn("agent");
});
afterAll(() => test.close());

interface Sent {
  cardId?: string;
  operationId?: string;
  reverses?: string;
}

const submit = (form: OperationForm, { reverses, ...rest }: Sent = {}, actor = agent) =>
  submitOperation(test.desk, actor, {
    ...submission(form, rest),
    ...(reverses === undefined ? {} : { reverses }),
  });

/** An operation of GTQ 100.00 with this form, for a test to take back. */
async function sent(changes: Partial<OperationForm> = {}, cardId = "12345"): Promise<string> {
  const operationId = newOperationId();
  const submitted = await submit(channelForm(changes), { operationId, cardId });
  if (!submitted.ok) throw new Error(`It was not sent: ${submitted.failure.kind}`);
  return operationId;
}

const takingBack = (changes: Partial<OperationForm> = {}) =>
  adjustmentForm({ direction: "WITHDRAW_FUNDS", amount: "100.00", ...changes });
const applied = { ok: true, value: { status: "applied" } };
const refused = { ok: true, value: { status: "refused" } };
const tooLarge = (operationId: string, left: string) => ({
  ok: false,
  failure: { kind: "reversal-too-large", operationId, left, currency: "GTQ" },
});

async function expectNothingKept(form: OperationForm) {
  expect(await movedIn(test.db, form.reference)).toEqual([]);
  const kept = test.db.selectFrom("operations").select("id");
  expect(await kept.where("reference", "=", form.reference).execute()).toEqual([]);
}

describe("a reversal", () => {
  it("takes a load back in full, once, and is on record as what it is", async () => {
    const reverses = await sent();
    const form = takingBack();
    const operationId = newOperationId();
    expect(await submit(form, { operationId, reverses })).toMatchObject(applied);
    expect(await movedIn(test.db, form.reference)).toEqual([
      expect.objectContaining({ movement_type: "debit", amount: "100.0000" }),
    ]);
    const journal = await test.db
      .selectFrom("journal")
      .innerJoin("operations", "operations.id", "journal.operation_id")
      .select(["operations.reverses", "journal.data"])
      .where("operations.id", "=", operationId)
      .orderBy("seq")
      .executeTakeFirstOrThrow();
    expect(journal.reverses).toBe(reverses);
    expect(journal.data).toMatchObject({ reverses });
    const second = takingBack({ amount: "0.01" });
    expect(await submit(second, { reverses })).toEqual(tooLarge(reverses, "0.00"));
    await expectNothingKept(second);
  });

  it("takes a withdrawal back by adding", async () => {
    const reverses = await sent({ direction: "WITHDRAW_FUNDS", amount: "7.00" });
    const form = takingBack({ direction: "ADD_FUNDS", amount: "7.00" });
    expect(await submit(form, { reverses })).toMatchObject(applied);
  });

  it("may take back a part, and then no more than the rest", async () => {
    const reverses = await sent();
    expect(await submit(takingBack({ amount: "40.00" }), { reverses })).toMatchObject(applied);
    const form = takingBack({ amount: "60.01" });
    expect(await submit(form, { reverses })).toEqual(tooLarge(reverses, "60.00"));
    await expectNothingKept(form);
    expect(await submit(takingBack({ amount: "60.00" }), { reverses })).toMatchObject(applied);
  });

  it("is never more than the operation, however many come at the same moment", async () => {
    const reverses = await sent();
    const forms = Array.from({ length: 20 }, () => takingBack({ amount: "30.00" }));
    const all = await Promise.all(forms.map((form) => submit(form, { reverses })));
    expect(all.filter((one) => one.ok)).toHaveLength(3);
    for (const one of all) if (!one.ok) expect(one).toEqual(tooLarge(reverses, "10.00"));
    const moved = await Promise.all(forms.map((form) => movedIn(test.db, form.reference)));
    expect(moved.flat()).toHaveLength(3);
  });

  it("that comes ten times at the same moment is one, and does not stand in its own way", async () => {
    const reverses = await sent();
    const form = takingBack();
    const operationId = newOperationId();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => submit(form, { operationId, reverses })),
    );
    expect(all.every((one) => one.ok)).toBe(true);
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
    expect(await journalOf(test.db, operationId)).toEqual([
      "operation.intended",
      "operation.applied",
    ]);
  });

  it("is another operation than the same one that takes nothing back", async () => {
    const reverses = await sent();
    const form = takingBack({ amount: "1.00" });
    const operationId = newOperationId();
    expect(await submit(form, { operationId, reverses })).toMatchObject(applied);
    expect(await submit(form, { operationId })).toEqual({
      ok: false,
      failure: { kind: "id-reused", operationId },
    });
  });

  it("that was refused may be sent again, and one whose outcome is not known may not", async () => {
    const reverses = await sent();
    const refusedForm = takingBack({ reference: newReference("SBX-7303") });
    expect(await submit(refusedForm, { reverses })).toMatchObject(refused);
    const lost = takingBack({ reference: newReference("SBX-DROP-BEFORE"), amount: "90.00" });
    expect(await submit(lost, { reverses })).toMatchObject({ value: { status: "unknown" } });
    expect(await submit(takingBack(), { reverses })).toEqual(tooLarge(reverses, "10.00"));
    expect(await submit(takingBack({ amount: "10.00" }), { reverses })).toMatchObject(applied);
  });

  it("of money that is spent is refused by the issuer, and counts for nothing", async () => {
    const reverses = await sent({ amount: "50.00" }, "12352");
    await submit(channelForm({ direction: "WITHDRAW_FUNDS", amount: "50.00" }), {
      cardId: "12352",
    });
    const form = takingBack({ amount: "50.00" });
    expect(await submit(form, { cardId: "12352", reverses })).toMatchObject(refused);
    await submit(channelForm({ amount: "50.00" }), { cardId: "12352" });
    const again = takingBack({ amount: "50.00" });
    expect(await submit(again, { cardId: "12352", reverses })).toMatchObject(applied);
  });
});

describe("what cannot be reversed", () => {
  it.each([
    ["refused", "SBX-7303"],
    ["unknown", "SBX-DROP-BEFORE"],
  ])("is an operation that is %s", async (status, mark) => {
    const reverses = await sent({ reference: newReference(mark) });
    const form = takingBack();
    expect(await submit(form, { reverses })).toEqual({
      ok: false,
      failure: { kind: "wrong-status", operationId: reverses, status },
    });
    await expectNothingKept(form);
  });

  it("is a reversal", async () => {
    const first = await sent();
    const reverses = newOperationId();
    await submit(takingBack(), { operationId: reverses, reverses: first });
    const form = takingBack({ direction: "ADD_FUNDS" });
    expect(await submit(form, { reverses })).toEqual({
      ok: false,
      failure: { kind: "not-reversible", operationId: reverses },
    });
    await expectNothingKept(form);
  });

  it.each([
    ["another card", {}, "12346"],
    ["another currency", { currency: "USD" }, "12345"],
    ["the same direction", { direction: "ADD_FUNDS" as const }, "12345"],
  ])("is an operation by one on or in %s", async (_, changes, cardId) => {
    const reverses = await sent();
    const form = takingBack({ amount: "1.00", ...changes });
    expect(await submit(form, { cardId, reverses })).toEqual({
      ok: false,
      failure: { kind: "not-reversible", operationId: reverses },
    });
    await expectNothingKept(form);
  });

  it("is an operation that does not exist, and one whose id is none", async () => {
    const form = takingBack();
    expect(await submit(form, { reverses: newOperationId() })).toEqual({
      ok: false,
      failure: { kind: "not-found", what: "operation" },
    });
    expect(await submit(form, { reverses: "1" })).toMatchObject({
      ok: false,
      failure: { kind: "invalid", fields: [{ path: "reverses" }] },
    });
    await expectNothingKept(form);
  });

  it.each(["auditor", "admin"] as const)("is anything at all, for an %s", async (role) => {
    const reverses = await sent();
    const form = takingBack();
    const person = await test.signedIn(role);
    expect(await submit(form, { reverses }, person)).toMatchObject({
      ok: false,
      failure: { kind: "denied" },
    });
    await expectNothingKept(form);
  });
});
