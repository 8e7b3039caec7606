import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationForm } from "@/lib/domain/operation";
import type { Actor, Desk } from "@/lib/server/desk";
import {
  channelForm,
  newOperationId,
  newReference,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";

import { senseOperation } from "./sense";
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
  luis = await test.signedIn("supervisor", "Luis Supervisor");
});
afterAll(() => test.close());

const sent = async (actor: Actor, form: OperationForm, cardId: string) => {
  const operationId = newOperationId();
  // The reason lets a preparation through; it is no part of what is sensed.
  const input = { ...submission(form, { cardId, operationId }), goOnReason: "For the test" };
  const submitted = await submitOperation(desk, actor, input);
  if (!submitted.ok) throw new Error(`It was not sent: ${submitted.failure.kind}`);
  return { operationId, status: submitted.value.status };
};

const question = (cardId: string, changes: Record<string, unknown> = {}) => ({
  operationId: newOperationId(),
  cardId,
  direction: "ADD_FUNDS",
  amount: "100.00",
  currency: "GTQ",
  reference: newReference(),
  ...changes,
});

const sense = async (actor: Actor, input: unknown, on: Desk = desk) => {
  const sensed = await senseOperation(on, actor, input);
  if (!sensed.ok) throw new Error(`It was not sensed: ${JSON.stringify(sensed.failure)}`);
  const { similar, unsettled, referenceOwner } = sensed.value;
  return {
    count: similar.count,
    similar: similar.newest.map(({ id }) => id),
    unsettled: unsettled.map(({ id }) => id),
    owner: referenceOwner?.id ?? null,
    all: sensed.value,
  };
};

describe("sensing what was done before", () => {
  it("finds nothing on a card where nothing happened", async () => {
    expect(await sense(ana, question("12346"))).toMatchObject({
      count: 0,
      similar: [],
      unsettled: [],
      owner: null,
    });
  });

  it("shows a colleague's operation over the same amount with who, when and outcome", async () => {
    const form = channelForm({ amount: "41.00" });
    const { operationId } = await sent(luis, form, "12345");
    const { all } = await sense(ana, question("12345", { amount: "41.00" }));
    expect(all.similar).toMatchObject({
      count: 1,
      newest: [
        {
          id: operationId,
          operatorName: "Luis Supervisor",
          createdAt: test.clock.now(),
          status: "applied",
          reference: form.reference,
          mode: "channel",
        },
      ],
    });
    expect(all.windowMs).toBe(24 * HOUR_MS);
  });

  it.each([
    ["another card", "12346", {}],
    ["the other direction", "12345", { direction: "WITHDRAW_FUNDS" }],
    ["another amount", "12345", { amount: "42.01" }],
    ["another currency", "12345", { currency: "USD" }],
  ])("takes nothing for similar on %s", async (_difference, cardId, changes) => {
    await sent(ana, channelForm({ amount: "42.00" }), "12345");
    expect(await sense(ana, question(cardId, { amount: "42.00", ...changes }))).toMatchObject({
      count: 0,
      similar: [],
    });
  });

  it("does not count a refused one: its money did not move", async () => {
    const refused = channelForm({ amount: "43.00", reference: newReference("SBX-7303") });
    expect((await sent(ana, refused, "12345")).status).toBe("refused");
    expect(await sense(ana, question("12345", { amount: "43.00" }))).toMatchObject({ count: 0 });
  });

  it("does not count one that was proven absent", async () => {
    const dropped = channelForm({ amount: "43.50", reference: newReference("SBX-DROP-BEFORE") });
    const { operationId } = await sent(ana, dropped, "12345");
    const ask = () => sense(ana, question("12345", { amount: "43.50" }));
    expect(await ask()).toMatchObject({ similar: [operationId] });
    await test.db
      .updateTable("operations")
      .set({ status: "not-applied", holds_reference: false })
      .where("id", "=", operationId)
      .execute();
    expect(await ask()).toMatchObject({ count: 0 });
  });

  it("forgets what is older than the window, and not a moment sooner", async () => {
    const { operationId } = await sent(ana, channelForm({ amount: "44.00" }), "12345");
    const ask = () => sense(ana, question("12345", { amount: "44.00" }));
    test.clock.advance(24 * HOUR_MS - 1);
    expect(await ask()).toMatchObject({ similar: [operationId] });
    test.clock.advance(1);
    expect(await ask()).toMatchObject({ count: 0 });
  });

  it("is blind where it is switched off", async () => {
    await sent(ana, channelForm({ amount: "45.00" }), "12345");
    const off = { ...desk, similarWindowMs: 0 };
    expect(await sense(ana, question("12345", { amount: "45.00" }), off)).toMatchObject({
      count: 0,
    });
  });

  it("never takes an operation for its own double", async () => {
    const form = channelForm({ amount: "46.00" });
    const { operationId } = await sent(ana, form, "12345");
    const again = question("12345", {
      operationId,
      amount: "46.00",
      reference: form.reference,
    });
    expect(await sense(ana, again)).toMatchObject({ count: 0, owner: null });
  });

  it("takes nothing for similar to what takes something back", async () => {
    const { operationId } = await sent(ana, channelForm({ amount: "46.50" }), "12345");
    const reversal = question("12345", { amount: "46.50", reverses: operationId });
    expect(await sense(ana, reversal)).toMatchObject({ count: 0 });
  });

  it("counts all and shows the newest five", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      test.clock.advance(1_000);
      ids.unshift((await sent(ana, channelForm({ amount: "47.00" }), "12345")).operationId);
    }
    expect(await sense(ana, question("12345", { amount: "47.00" }))).toMatchObject({
      count: 7,
      similar: ids.slice(0, 5),
    });
  });
});

describe("sensing what is not settled", () => {
  it("shows an unknown one of another amount, and shows none twice", async () => {
    const dropped = channelForm({ amount: "51.00", reference: newReference("SBX-DROP-AFTER") });
    const { operationId, status } = await sent(luis, dropped, "12347");
    expect(status).toBe("unknown");
    expect(await sense(ana, question("12347", { amount: "52.00" }))).toMatchObject({
      similar: [],
      unsettled: [operationId],
    });
    expect(await sense(ana, question("12347", { amount: "51.00" }))).toMatchObject({
      similar: [operationId],
      unsettled: [],
    });
  });
});

describe("sensing a reference", () => {
  it("names who holds it on the card", async () => {
    const form = channelForm({ amount: "61.00" });
    const { operationId } = await sent(luis, form, "12345");
    const { reference } = form;
    expect(await sense(ana, question("12345", { reference }))).toMatchObject({
      owner: operationId,
    });
    expect(await sense(ana, question("12346", { reference }))).toMatchObject({ owner: null });
  });

  it("names nobody where it was refused: a refusal gives the reference back", async () => {
    const form = channelForm({ amount: "62.00", reference: newReference("SBX-7303") });
    await sent(ana, form, "12345");
    const { reference } = form;
    expect(await sense(ana, question("12345", { reference }))).toMatchObject({ owner: null });
  });
});

describe("who may sense", () => {
  it.each(["auditor", "admin"] as const)("not the %s, who sends nothing", async (role) => {
    const actor = await test.signedIn(role);
    expect(await senseOperation(desk, actor, question("12345"))).toEqual({
      ok: false,
      failure: { kind: "denied", permission: "operation.add-funds" },
    });
  });

  it.each([
    null,
    {},
    question("12345", { cardId: "4111111111111111" }),
    question("12345", { amount: "1.234,50" }),
    question("12345", { currency: "XXX" }),
    question("12345", { direction: "" }),
    question("12345", { operationId: "12345" }),
    question("12345", { reference: "" }),
  ])("nor anybody with %j", async (input) => {
    expect(await senseOperation(desk, ana, input)).toMatchObject({
      ok: false,
      failure: { kind: "invalid" },
    });
  });
});
