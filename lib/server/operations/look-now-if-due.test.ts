import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/server/desk";
import { newOperationId, startDeskWithSandbox } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";

import { misfolded } from "@/lib/testing/looks";
import { sendUnknown } from "@/lib/testing/unknown";

import { lookNowIfDue } from "./look-now-if-due";

let test: DeskWithSandbox;
let agent: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  agent = await test.signedIn("agent");
});
afterAll(async () => {
  expect(await misfolded(test.db)).toEqual([]);
  await test.close();
});

describe("the look of whoever has the page open", () => {
  it("is made when it is due, in the desk's name, and by nobody before", async () => {
    const { operationId } = await sendUnknown(test, agent, "SBX-DROP-AFTER");
    expect(await lookNowIfDue(test.desk, agent, operationId)).toEqual({ ok: true, value: null });
    test.clock.advance(5_000);
    expect(await lookNowIfDue(test.desk, agent, operationId)).toEqual({
      ok: true,
      value: "applied",
    });
    const { rows } = await sql<{ operator_role: string }>`
      select operator_role from journal
       where operation_id = ${operationId} and kind = 'operation.settled'`.execute(test.db);
    expect(rows).toEqual([{ operator_role: "desk" }]);
    expect(await lookNowIfDue(test.desk, agent, operationId)).toEqual({ ok: true, value: null });
  });

  it("is denied to those who may not check, and finds nothing for no id", async () => {
    const auditor = await test.signedIn("auditor");
    expect(await lookNowIfDue(test.desk, auditor, newOperationId())).toEqual({
      ok: false,
      failure: { kind: "denied", permission: "operation.check" },
    });
    expect(await lookNowIfDue(test.desk, agent, "no id")).toEqual({
      ok: false,
      failure: { kind: "not-found", what: "operation" },
    });
  });
});
