import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationId } from "@/lib/domain/ids";
import type { Actor, Desk } from "@/lib/server/desk";
import {
  channelForm,
  newOperationId,
  newReference,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { closedPort, startScriptedIssuer } from "@/lib/testing/issuer";
import { journalOf, movedIn } from "@/lib/testing/looks";

import { checkOperation } from "./check-operation";
import { submitOperation } from "./submit-operation";

let test: DeskWithSandbox;
let agent: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  agent = await test.signedIn("agent");
});
afterAll(() => test.close());

/** An operation that this sentinel leaves unknown. */
async function unknownBy(mark: string, desk: Desk = test.desk) {
  const form = channelForm({ reference: newReference(mark), amount: "1.00" });
  const operationId = newOperationId();
  const submitted = await submitOperation(desk, agent, submission(form, { operationId }));
  expect(submitted).toMatchObject({ ok: true, value: { status: "unknown" } });
  return { form, operationId };
}

const applied = (operationId: OperationId) => ({
  ok: true,
  value: { operationId, status: "applied" },
});
const unknown = (operationId: OperationId) => ({
  ok: true,
  value: { operationId, status: "unknown" },
});

describe("looking for an unknown operation", () => {
  it.each(["SBX-DROP-AFTER", "SBX-500", "SBX-NOJSON-AFTER"])(
    "finds it applied after %s, with one movement",
    async (mark) => {
      const { form, operationId } = await unknownBy(mark);
      expect(await checkOperation(test.desk, agent, operationId)).toEqual(applied(operationId));
      expect(await movedIn(test.db, form.reference)).toHaveLength(1);
      expect(await journalOf(test.db, operationId)).toEqual([
        "operation.intended",
        "operation.unknown",
        "operation.settled",
      ]);
      expect(await checkOperation(test.desk, agent, operationId)).toEqual(applied(operationId));
      expect(await journalOf(test.db, operationId)).toHaveLength(3);
    },
  );

  it.each(["SBX-DROP-BEFORE", "SBX-502", "SBX-NOJSON-BEFORE"])(
    "leaves it unknown after %s, keeps that it was looked at, and sends nothing",
    async (mark) => {
      const { form, operationId } = await unknownBy(mark);
      for (let look = 1; look <= 2; look += 1) {
        expect(await checkOperation(test.desk, agent, operationId)).toEqual(unknown(operationId));
        expect(await journalOf(test.db, operationId)).toEqual([
          "operation.intended",
          "operation.unknown",
          ...Array.from({ length: look }, () => "operation.checked"),
        ]);
      }
      expect(await movedIn(test.db, form.reference)).toEqual([]);
    },
  );

  it("by ten people at once settles it once", async () => {
    const { operationId } = await unknownBy("SBX-DROP-AFTER");
    const all = await Promise.all(
      Array.from({ length: 10 }, () => checkOperation(test.desk, agent, operationId)),
    );
    expect(all).toEqual(Array.from({ length: 10 }, () => applied(operationId)));
    const row = await test.db
      .selectFrom("operations")
      .selectAll()
      .where("id", "=", operationId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: "applied", movement_id: expect.any(String) });
  });

  it.each(["agent", "supervisor"] as const)(
    "is allowed to a %s for somebody else's, and refused to auditor and admin",
    async (mayCheck) => {
      const { operationId } = await unknownBy("SBX-DROP-AFTER");
      for (const role of ["auditor", "admin"] as const) {
        expect(await checkOperation(test.desk, await test.signedIn(role), operationId)).toEqual({
          ok: false,
          failure: { kind: "denied", permission: "operation.check" },
        });
      }
      expect(await journalOf(test.db, operationId)).toHaveLength(2);
      expect(await checkOperation(test.desk, await test.signedIn(mayCheck), operationId)).toEqual(
        applied(operationId),
      );
    },
  );

  it("finds nothing for an id of nothing, and for no id", async () => {
    for (const id of [newOperationId(), "no id", null, {}]) {
      expect(await checkOperation(test.desk, agent, id)).toEqual({
        ok: false,
        failure: { kind: "not-found", what: "operation" },
      });
    }
  });

  it("does not take a movement that another operation has claimed", async () => {
    const { form, operationId } = await unknownBy("SBX-DROP-AFTER");
    const owner = await submitOperation(test.desk, agent, submission(channelForm()));
    if (!owner.ok) throw new Error("It was refused.");
    const { rows } = await sql<{ id: string }>`
      select id::text from sandbox.transfer where reference = ${form.reference}`.execute(test.db);
    await test.db
      .updateTable("operations")
      .set({ movement_id: rows[0]?.id ?? null })
      .where("id", "=", owner.value.operationId)
      .execute();
    expect(await checkOperation(test.desk, agent, operationId)).toEqual(unknown(operationId));
    expect((await journalOf(test.db, operationId)).at(-1)).toBe("operation.checked");
  });

  it("says that the issuer cannot be reached, and keeps nothing", async () => {
    const { operationId } = await unknownBy("SBX-DROP-AFTER");
    const desk = {
      ...test.desk,
      issuer: { ...test.desk.issuer, url: `http://127.0.0.1:${await closedPort()}` },
    };
    expect(await checkOperation(desk, agent, operationId)).toEqual({
      ok: false,
      failure: { kind: "issuer-unavailable" },
    });
    expect(await journalOf(test.db, operationId)).toHaveLength(2);
  });

  it("finds it on both sides of a month's edge, whichever zone the issuer's months follow", async () => {
    const before = test.clock.now().toISOString();
    for (const iso of ["2026-05-01T00:30:00Z", "2026-05-01T06:00:30Z", "2026-04-30T23:59:59Z"]) {
      test.clock.set(iso);
      agent = await test.signedIn("agent");
      const { operationId } = await unknownBy("SBX-DROP-AFTER");
      test.clock.advance(90_000);
      expect(await checkOperation(test.desk, agent, operationId)).toEqual(applied(operationId));
    }
    test.clock.set(before);
    agent = await test.signedIn("agent");
  });
});

describe("looking in a feed that carries no references", () => {
  it("leaves it unknown and proposes the movement that is alike", async () => {
    const bare = await startDeskWithSandbox({ feedReference: "without" });
    const person = await bare.signedIn("agent");
    const operationId = newOperationId();
    const form = channelForm({ reference: newReference("SBX-DROP-AFTER"), amount: "1.00" });
    await submitOperation(bare.desk, person, submission(form, { operationId }));
    expect(await checkOperation(bare.desk, person, operationId)).toEqual(unknown(operationId));
    expect(await journalOf(bare.db, operationId)).toContain("operation.proposed");
    await bare.close();
  });
});

describe("looking in a feed that fails in part", () => {
  it("finds it although the issuer refuses the month that has not begun", async () => {
    const april = {
      id: 7,
      movementType: "credit",
      amount: "1.00",
      currency: "GTQ",
      status: "liquidated",
    };
    let reference = "";
    const issuer = await startScriptedIssuer((request) => {
      if (request.method !== "GET") return request.url.startsWith("/auth") ? "default" : "cut";
      if (request.url.endsWith("/5/2026"))
        return { status: 400, body: '{"success":false,"errors":[{"code":"7000"}]}' };
      return {
        body: JSON.stringify({
          success: true,
          data: reference === "" ? [] : [{ ...april, reference }],
        }),
      };
    });
    test.clock.set("2026-04-30T12:00:00Z");
    agent = await test.signedIn("agent");
    const desk = { ...test.desk, issuer: { ...test.desk.issuer, url: issuer.url } };
    const { form, operationId } = await unknownBy("EDGE", desk);
    expect(await checkOperation(desk, agent, operationId)).toEqual(unknown(operationId));
    reference = form.reference;
    expect(await checkOperation(desk, agent, operationId)).toEqual(applied(operationId));
    await issuer.close();
  });
});
