import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { OperationId } from "@/lib/domain/ids";
import type { OperationForm } from "@/lib/domain/operation";
import { connect } from "@/lib/server/db/connect";
import type { Actor } from "@/lib/server/desk";
import { tokenFor } from "@/lib/server/issuer/tokens";
import {
  adjustmentForm,
  channelForm,
  newOperationId,
  newReference,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { closedPort } from "@/lib/testing/issuer";
import { journalOf, movedIn } from "@/lib/testing/looks";

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

describe("a refusal of the issuer", () => {
  it.each([
    [
      "7303, insufficient funds",
      "12352",
      { direction: "WITHDRAW_FUNDS" as const, amount: "999998.00" },
      "7303",
      400,
    ],
    ["7213, a blocked card", "12351", {}, "7213", 400],
    ["7200, no such card", "99999", {}, "7200", 404],
    ["7000, another currency", "12345", { currency: "USD" }, "7000", 400],
  ])(
    "%s is refused with its code, and nothing moves",
    async (_, cardId, changes, code, httpStatus) => {
      const form = channelForm(changes);
      const operationId = newOperationId();
      expect(await submit(form, { cardId, operationId })).toMatchObject({
        ok: true,
        value: { status: "refused" },
      });
      const story = await readOperation(test.desk, agent, OperationId.parse(operationId));
      expect(story.ok && story.value.entries[1]?.event).toMatchObject({
        kind: "operation.refused",
        cause: "business-code",
        answer: { code, httpStatus, attempts: 1 },
      });
      expect(await movedIn(test.db, form.reference)).toEqual([]);
    },
  );
});

describe("a failure of the issuer half-way", () => {
  it.each([
    ["SBX-DROP-AFTER", "unknown", "connection-lost", 1],
    ["SBX-DROP-BEFORE", "unknown", "connection-lost", 0],
    ["SBX-500", "unknown", "server-error", 1],
    ["SBX-502", "unknown", "server-error", 0],
    ["SBX-503", "unknown", "server-error", 0],
    ["SBX-429", "refused", "rate-limited", 0],
    ["SBX-NOJSON-AFTER", "unknown", "unreadable-answer", 1],
    ["SBX-NOJSON-BEFORE", "unknown", "unreadable-answer", 0],
    ["SBX-EMPTY", "applied", null, 1],
    ["SBX-7303", "refused", "business-code", 0],
    ["SBX-401", "applied", null, 1],
  ])("%s ends as %s (%s), in both modes", async (mark, status, cause, moved) => {
    for (const fill of [channelForm, adjustmentForm]) {
      const form = fill({ reference: newReference(mark), amount: "1.00" });
      const operationId = newOperationId();
      expect(await submit(form, { operationId })).toMatchObject({ ok: true, value: { status } });
      const story = await readOperation(test.desk, agent, OperationId.parse(operationId));
      const event = story.ok ? story.value.entries[1]?.event : undefined;
      expect(event !== undefined && "cause" in event ? event.cause : null).toBe(cause);
      expect(await movedIn(test.db, form.reference)).toHaveLength(moved);
    }
  });

  it.each([
    ["SBX-SLOW", 1],
    ["SBX-LATE", 0],
    ["SBX-STUCK", 0],
  ])("%s ends as unknown after the configured time", async (mark, moved) => {
    await tokenFor(test.desk, agent.sessionId);
    const hasty = { ...test.desk, issuer: { ...test.desk.issuer, timeoutMs: 1_000 } };
    const form = channelForm({ reference: newReference(mark), amount: "1.00" });
    const operationId = newOperationId();
    const submitted = await submitOperation(hasty, agent, submission(form, { operationId }));
    expect(submitted).toMatchObject({ ok: true, value: { status: "unknown" } });
    const story = await readOperation(test.desk, agent, OperationId.parse(operationId));
    expect(story.ok && story.value.entries[1]?.event).toMatchObject({ cause: "timeout" });
    await expect
      .poll(() => movedIn(test.db, form.reference), { timeout: 10_000 })
      .toHaveLength(moved);
  });

  it("is asked for a token again after a 401, and sends a second time only then", async () => {
    const form = channelForm({ reference: newReference("SBX-401"), amount: "1.00" });
    const operationId = newOperationId();
    await submit(form, { operationId });
    const story = await readOperation(test.desk, agent, OperationId.parse(operationId));
    expect(story.ok && story.value.entries[1]?.event).toMatchObject({ answer: { attempts: 2 } });
  });

  it("keeps and sends nothing when the issuer cannot be reached for a token", async () => {
    const fresh = await test.signedIn("agent");
    const desk = {
      ...test.desk,
      issuer: { ...test.desk.issuer, url: `http://127.0.0.1:${await closedPort()}` },
    };
    const before = await countOperations();
    expect(await submitOperation(desk, fresh, submission(channelForm()))).toEqual({
      ok: false,
      failure: { kind: "issuer-unavailable" },
    });
    expect(await countOperations()).toBe(before);
  });

  it("is a refusal when the connection for the money itself cannot be made", async () => {
    await tokenFor(test.desk, agent.sessionId);
    const desk = {
      ...test.desk,
      issuer: { ...test.desk.issuer, url: `http://127.0.0.1:${await closedPort()}` },
    };
    const form = channelForm();
    const operationId = newOperationId();
    expect(await submitOperation(desk, agent, submission(form, { operationId }))).toMatchObject({
      ok: true,
      value: { status: "refused" },
    });
    expect(await submit(form)).toMatchObject({ ok: true, value: { status: "applied" } });
  });
});

describe("without its database", () => {
  it("the desk sends nothing when it cannot be reached", async () => {
    const db = connect("postgres://nobody@127.0.0.1:1/none", 1);
    const form = channelForm();
    await expect(submitOperation({ ...test.desk, db }, agent, submission(form))).rejects.toThrow();
    await db.destroy();
    expect(await movedIn(test.db, form.reference)).toEqual([]);
  });

  it("the desk sends nothing when the journal alone cannot be written", async () => {
    const form = channelForm();
    const operationId = newOperationId();
    await sql`alter table journal add constraint closed check (operation_id <> ${sql.lit(operationId)})`.execute(
      test.db,
    );
    await expect(submit(form, { operationId })).rejects.toThrow("closed");
    await sql`alter table journal drop constraint closed`.execute(test.db);
    expect(await movedIn(test.db, form.reference)).toEqual([]);
    expect(await journalOf(test.db, operationId)).toEqual([]);
    expect(await submit(form, { operationId })).toMatchObject({
      ok: true,
      value: { status: "applied" },
    });
  });
});
