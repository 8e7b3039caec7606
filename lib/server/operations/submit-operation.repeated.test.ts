import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationForm } from "@/lib/domain/operation";
import type { Actor } from "@/lib/server/desk";
import {
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

const submit = (form: OperationForm, changes?: { cardId?: string; operationId?: string }) =>
  submitOperation(test.desk, agent, submission(form, changes));

describe("the same operation again", () => {
  it("moves nothing a second time, and gives the outcome of the first", async () => {
    const form = channelForm();
    const operationId = newOperationId();
    const first = await submit(form, { operationId });
    expect(await submit({ ...form, amount: "0100.0" }, { operationId })).toEqual(first);
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
    expect(await journalOf(test.db, operationId)).toEqual([
      "operation.intended",
      "operation.applied",
    ]);
  });

  it.each(["", "SBX-7303"])(
    "moves the money once when it comes ten times at the same moment (%s)",
    async (mark) => {
      const form = channelForm({ reference: newReference(mark === "" ? "TEN" : mark) });
      const operationId = newOperationId();
      const all = await Promise.all(
        Array.from({ length: 10 }, () => submit(form, { operationId })),
      );
      expect(all.every((one) => one.ok)).toBe(true);
      expect(await movedIn(test.db, form.reference)).toHaveLength(mark === "" ? 1 : 0);
      const story = await journalOf(test.db, operationId);
      expect(story).toEqual([
        "operation.intended",
        mark === "" ? "operation.applied" : "operation.refused",
      ]);
    },
  );

  it.each([
    { amount: "100.01" },
    { direction: "WITHDRAW_FUNDS" as const },
    { reference: "ANOTHER-1" },
    { description: "Otra" },
    { channel: "WEB" },
    { customKeys: [{ key: "a", value: "b" }] },
  ])("with another payload is refused: %j", async (change) => {
    const form = channelForm();
    const operationId = newOperationId();
    await submit(form, { operationId });
    expect(await submit({ ...form, ...change }, { operationId })).toEqual({
      ok: false,
      failure: { kind: "id-reused", operationId },
    });
    expect(await submit(form, { operationId, cardId: "12346" })).toMatchObject({
      ok: false,
      failure: { kind: "id-reused" },
    });
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it("under somebody else's name is refused, and tells nothing", async () => {
    const form = channelForm();
    const operationId = newOperationId();
    await submit(form, { operationId });
    const other = await test.signedIn("supervisor");
    expect(await submitOperation(test.desk, other, submission(form, { operationId }))).toEqual({
      ok: false,
      failure: { kind: "id-reused", operationId },
    });
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });
});

describe("a reference", () => {
  it("that is held on the card is refused with its owner, for one's own and for others", async () => {
    const form = channelForm();
    const operationId = newOperationId();
    await submit(form, { operationId });
    const again = channelForm({ reference: form.reference, amount: "1.00" });
    expect(await submit(again)).toEqual({
      ok: false,
      failure: { kind: "reference-taken", operationId },
    });
    const other = await test.signedIn("agent");
    expect(await submitOperation(test.desk, other, submission(again))).toEqual({
      ok: false,
      failure: { kind: "reference-taken", operationId },
    });
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it("is free on another card", async () => {
    const form = channelForm();
    await submit(form);
    expect(await submit(form, { cardId: "12352" })).toMatchObject({
      ok: true,
      value: { status: "applied" },
    });
  });

  it("is held by an operation whose outcome is not known", async () => {
    const form = channelForm({ reference: newReference("SBX-DROP-BEFORE") });
    const operationId = newOperationId();
    expect(await submit(form, { operationId })).toMatchObject({
      ok: true,
      value: { status: "unknown" },
    });
    expect(await submit(form)).toMatchObject({
      ok: false,
      failure: { kind: "reference-taken", operationId },
    });
  });

  it("is given back by a refused operation", async () => {
    const form = channelForm({ direction: "WITHDRAW_FUNDS", amount: "999999.00" });
    expect(await submit(form, { cardId: "12352" })).toMatchObject({
      ok: true,
      value: { status: "refused" },
    });
    const smaller = { ...form, direction: "ADD_FUNDS" as const, amount: "1.00" };
    expect(await submit(smaller, { cardId: "12352" })).toMatchObject({
      ok: true,
      value: { status: "applied" },
    });
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it("that ten operations want at the same moment goes to one of them", async () => {
    const form = channelForm();
    const all = await Promise.all(Array.from({ length: 10 }, () => submit(form)));
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(all.filter((one) => !one.ok && one.failure.kind === "reference-taken")).toHaveLength(9);
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it("that its holder gives back between the insert and the look for the holder is taken", async () => {
    const form = channelForm();
    // The insert is told once that the reference is held, and nobody holds it any more.
    await sql`create sequence tries`.execute(test.db);
    await sql`create function held_once() returns trigger language plpgsql as $$ begin
      if nextval('tries') = 1 then
        raise exception 'held' using errcode = 'unique_violation', constraint = 'operations_reference_held';
      end if;
      return new;
    end $$`.execute(test.db);
    await sql`create trigger held_once before insert on operations for each row execute function held_once()`.execute(
      test.db,
    );
    expect(await submit(form)).toMatchObject({ ok: true, value: { status: "applied" } });
    await sql`drop function held_once cascade`.execute(test.db);
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it("that is refused again and again while others want it never ends as an error", async () => {
    const form = channelForm({ direction: "WITHDRAW_FUNDS", amount: "999999.00" });
    const all = await Promise.all(
      Array.from({ length: 30 }, () => submit(form, { cardId: "12352" })),
    );
    for (const one of all)
      expect(one.ok ? one.value.status : one.failure.kind).toMatch(/^(refused|reference-taken)$/);
  });
});
