import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { connect } from "@/lib/server/db/connect";
import type { Actor, Desk } from "@/lib/server/desk";
import { startCable } from "@/lib/testing/cable";
import type { Cable } from "@/lib/testing/cable";
import { channelForm, newOperationId, startTestDesk, submission } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { startScriptedIssuer } from "@/lib/testing/issuer";
import type { ScriptedIssuer } from "@/lib/testing/issuer";
import { journalOf } from "@/lib/testing/looks";

import { submitOperation } from "./submit-operation";

let test: TestDesk;
let issuer: ScriptedIssuer;
let agent: Actor;
let cable: Cable;
/** The same desk over a cable that the test can pull. */
let desk: Desk;
let onFunds = () => {};

beforeAll(async () => {
  issuer = await startScriptedIssuer(({ url }) => {
    if (!url.includes("/funds")) return "default";
    onFunds();
    return { body: '{"success":true,"data":{"id":"m-1"}}' };
  });
  test = await startTestDesk(issuer.url);
  agent = await test.signedIn("agent");
  cable = await startCable(test.databaseUrl);
  desk = { ...test.desk, db: connect(cable.url, 2) };
});
afterAll(async () => {
  await desk.db.destroy();
  await cable.close();
  await test.close();
  await issuer.close();
});

const fundsSent = () => issuer.arrived.filter(({ url }) => url.includes("/funds")).length;

describe("an outcome while the database is away", () => {
  it.each([1, 4])("is written when it is back, after %i refused connections", async (attempts) => {
    const operationId = newOperationId();
    const sentBefore = fundsSent();
    onFunds = () => cable.pull(attempts);
    const sent = await submitOperation(
      desk,
      agent,
      submission(channelForm(), { operationId, cardId: `1000${attempts}` }),
    );
    expect(sent).toMatchObject({ ok: true, value: { status: "applied" } });
    expect(fundsSent() - sentBefore).toBe(1);
    expect(await journalOf(test.db, operationId)).toEqual([
      "operation.intended",
      "operation.applied",
    ]);
  });

  it("is not written a second time when only the answer to its commit was lost", async () => {
    const operationId = newOperationId();
    onFunds = () => cable.loseAnswerTo("with held as");
    const sent = await submitOperation(
      desk,
      agent,
      submission(channelForm(), { operationId, cardId: "10009" }),
    );
    expect(sent).toMatchObject({ ok: true, value: { status: "applied" } });
    expect(await journalOf(test.db, operationId)).toEqual([
      "operation.intended",
      "operation.applied",
    ]);
  });
});

describe("an intent whose commit was not answered", () => {
  it("is not sent, and what became of it is on record", async () => {
    const operationId = newOperationId();
    const form = channelForm();
    onFunds = () => {};
    const sentBefore = fundsSent();
    cable.loseAnswerTo("with intent as");
    const lost = submitOperation(desk, agent, submission(form, { operationId, cardId: "10010" }));
    await expect(lost).rejects.toThrow(/connection/i);
    expect(fundsSent()).toBe(sentBefore);
    expect(await journalOf(test.db, operationId)).toEqual(["operation.intended"]);
    // Pressed again, it is the same operation, which is on its way as far as anybody knows.
    const again = await submitOperation(
      desk,
      agent,
      submission(form, { operationId, cardId: "10010" }),
    );
    expect(again).toMatchObject({ ok: true, value: { status: "intended" } });
    expect(fundsSent()).toBe(sentBefore);
  });
});
