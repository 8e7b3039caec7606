import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationForm } from "@/lib/domain/operation";
import type { Actor, Desk } from "@/lib/server/desk";
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

import { readOperation } from "./read-operation";
import { submitOperation } from "./submit-operation";

const HOUR_MS = 3_600_000;

let test: DeskWithSandbox;
let desk: Desk;
let ana: Actor;
let luis: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  desk = { ...test.desk, similarWindowMs: 24 * HOUR_MS };
  ana = await test.signedIn("agent", "Ana Agente");
  luis = await test.signedIn("agent", "Luis Agente");
});
afterAll(() => test.close());

interface Changes {
  cardId?: string;
  operationId?: string;
  goOnReason?: string;
}

const submit = (
  actor: Actor,
  form: OperationForm,
  { goOnReason, ...changes }: Changes = {},
  on = desk,
) =>
  submitOperation(on, actor, {
    ...submission(form, changes),
    ...(goOnReason === undefined ? {} : { goOnReason }),
  });

describe("an operation like one of the last hours", () => {
  it("of a colleague is not sent, and names the other one", async () => {
    const operationId = newOperationId();
    await submit(luis, channelForm({ amount: "71.00" }), { operationId });
    // The mode is not what makes them alike: both move money.
    const second = adjustmentForm({ amount: "71.00" });
    const refusedId = newOperationId();
    expect(await submit(ana, second, { operationId: refusedId })).toEqual({
      ok: false,
      failure: { kind: "similar", operationIds: [operationId] },
    });
    expect(await movedIn(test.db, second.reference)).toEqual([]);
    expect(await journalOf(test.db, refusedId)).toEqual([]);
  });

  it("is sent with a reason, which stays on record", async () => {
    await submit(luis, channelForm({ amount: "72.00" }));
    const operationId = newOperationId();
    const form = channelForm({ amount: "72.00" });
    const goOnReason = "  The cardholder asked for it twice  ";
    expect(await submit(ana, form, { operationId, goOnReason })).toMatchObject({
      ok: true,
      value: { status: "applied" },
    });
    const story = await readOperation(desk, ana, operationId);
    expect(story).toMatchObject({
      value: { entries: [{ event: { goOnReason: "The cardholder asked for it twice" } }, {}] },
    });
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it.each(["", "   ", "\u0000"])(
    "is not sent with a reason of nothing (%j)",
    async (goOnReason) => {
      const amount = `73.0${goOnReason.length}`;
      await submit(luis, channelForm({ amount }));
      expect(await submit(ana, channelForm({ amount }), { goOnReason })).toMatchObject({
        ok: false,
      });
    },
  );

  it("needs no reason when it is the same operation once more", async () => {
    const form = channelForm({ amount: "74.00" });
    const operationId = newOperationId();
    const first = await submit(ana, form, { operationId });
    expect(first).toMatchObject({ ok: true, value: { status: "applied" } });
    expect(await submit(ana, form, { operationId })).toEqual(first);
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it("ten times at the same moment under one id needs none either", async () => {
    const form = channelForm({ amount: "75.00" });
    const operationId = newOperationId();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => submit(ana, form, { operationId })),
    );
    expect(all.every((one) => one.ok)).toBe(true);
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it("needs none where the other one was refused", async () => {
    const refused = channelForm({ amount: "76.00", reference: newReference("SBX-7303") });
    expect(await submit(luis, refused)).toMatchObject({ value: { status: "refused" } });
    expect(await submit(ana, channelForm({ amount: "76.00" }))).toMatchObject({ ok: true });
  });

  it("needs one where nobody knows what became of the other", async () => {
    const dropped = channelForm({ amount: "77.00", reference: newReference("SBX-DROP-BEFORE") });
    expect(await submit(luis, dropped)).toMatchObject({ value: { status: "unknown" } });
    expect(await submit(ana, channelForm({ amount: "77.00" }))).toMatchObject({
      failure: { kind: "similar" },
    });
  });

  it("needs none once the other is older than the window", async () => {
    await submit(luis, channelForm({ amount: "78.00" }));
    test.clock.advance(24 * HOUR_MS);
    // By then the sessions have ended.
    ana = await test.signedIn("agent", "Ana Agente");
    luis = await test.signedIn("agent", "Luis Agente");
    expect(await submit(ana, channelForm({ amount: "78.00" }))).toMatchObject({ ok: true });
  });

  it.each([
    ["over another amount", { amount: "79.01" }, "12345"],
    ["in the other direction", { amount: "79.00", direction: "WITHDRAW_FUNDS" as const }, "12345"],
    ["on another card", { amount: "79.00" }, "12346"],
  ])("%s is not like it", async (_difference, changes, cardId) => {
    const goOnReason = "For the test";
    await submit(luis, channelForm({ amount: "79.00" }), { goOnReason });
    expect(await submit(ana, channelForm(changes), { cardId })).toMatchObject({ ok: true });
  });

  it("needs none where the desk does not look for similar ones", async () => {
    await submit(luis, channelForm({ amount: "80.00" }));
    const off = { ...desk, similarWindowMs: 0 };
    expect(await submit(ana, channelForm({ amount: "80.00" }), {}, off)).toMatchObject({
      ok: true,
    });
  });
});
