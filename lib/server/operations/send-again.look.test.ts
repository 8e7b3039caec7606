import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CardId } from "@/lib/domain/ids";
import type { OperationId } from "@/lib/domain/ids";
import { Proposal } from "@/lib/domain/journal";
import type { Actor } from "@/lib/server/desk";
import {
  channelForm,
  newOperationId,
  newReference,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { closedPort, startScriptedIssuer } from "@/lib/testing/issuer";
import { journalOf, misfolded, movedIn } from "@/lib/testing/looks";
import { proveAbsent, sendUnknown } from "@/lib/testing/unknown";

import { confirmProposal } from "./confirm-proposal";
import { recordEvent } from "./record";
import { rejectProposal } from "./reject-proposal";
import { sendAgain } from "./send-again";
import { settleByHand } from "./settle-by-hand";
import { submitOperation } from "./submit-operation";

/** The card that the operations here are sent to. */
const CARD = CardId.parse("12345");

let test: DeskWithSandbox;
let agent: Actor;
let supervisor: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  agent = await test.signedIn("agent");
  supervisor = await test.signedIn("supervisor");
});
afterAll(async () => {
  expect(await misfolded(test.db)).toEqual([]);
  await test.close();
});

/** An operation that was proven absent; sent again, it arrives. */
async function absent(changes: Parameters<typeof sendUnknown>[3] = {}, mark = "SBX-DROP-ONCE") {
  const sent = await sendUnknown(test, agent, mark, changes);
  await proveAbsent(test, agent, sent.operationId);
  return sent;
}

function rowOf(operationId: OperationId, { db }: Pick<DeskWithSandbox, "db"> = test) {
  return db
    .selectFrom("operations")
    .selectAll()
    .where("id", "=", operationId)
    .executeTakeFirstOrThrow();
}

describe("the last look before sending again", () => {
  it("finds what came late, and sends nothing", async () => {
    const { operationId, form } = await sendUnknown(test, agent, "SBX-DROP-AFTER");
    const input = { operationId, outcome: "not-applied", reason: "Nothing in sight" };
    await settleByHand(test.desk, supervisor, input);
    const again = { operationId: newOperationId(), resends: operationId };
    expect(await sendAgain(test.desk, agent, again)).toEqual({
      ok: false,
      failure: { kind: "wrong-status", operationId, status: "applied" },
    });
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
    expect(await journalOf(test.db, again.operationId)).toEqual([]);
    // It stays without its reference, which may be another's by now.
    expect(await rowOf(operationId)).toMatchObject({ status: "applied", holds_reference: false });
  });

  it("that the issuer does not answer sends nothing, and keeps nothing", async () => {
    const { operationId: resends } = await absent();
    const before = await journalOf(test.db, resends);
    const url = `http://127.0.0.1:${await closedPort()}`;
    const desk = { ...test.desk, issuer: { ...test.desk.issuer, url } };
    const operationId = newOperationId();
    expect(await sendAgain(desk, agent, { operationId, resends })).toEqual({
      ok: false,
      failure: { kind: "issuer-unavailable" },
    });
    expect(await journalOf(test.db, resends)).toEqual(before);
    expect(await journalOf(test.db, operationId)).toEqual([]);
  });

  it("asks a supervisor about a movement that may be it, and sends once that is not it", async () => {
    const bare = await startDeskWithSandbox({ feedReference: "without" });
    const person = await bare.signedIn("agent");
    const chief = await bare.signedIn("supervisor");
    const amount = "3.33";
    const { operationId: resends } = await sendUnknown(bare, person, "SBX-DROP-ONCE", { amount });
    const reason = "Asked the issuer";
    const settled = { operationId: resends, outcome: "not-applied", reason };
    await settleByHand(bare.desk, chief, settled);
    // Somebody else's money, alike in all that such a feed says, sent by another road.
    const other = channelForm({ amount, reference: newReference("SBX-DROP-AFTER") });
    await submitOperation(bare.desk, person, submission(other));
    const again = { operationId: newOperationId(), resends };
    const held = { ok: false, failure: { kind: "may-have-arrived", operationId: resends } };
    expect(await sendAgain(bare.desk, person, again)).toEqual(held);
    expect(await sendAgain(bare.desk, person, again)).toEqual(held);
    expect(await journalOf(bare.db, again.operationId)).toEqual([]);
    const { movementId } = Proposal.parse((await rowOf(resends, bare)).proposal);
    const answer = { operationId: resends, movementId, reason };
    expect(await rejectProposal(bare.desk, chief, answer)).toMatchObject({
      ok: true,
      value: { status: "not-applied" },
    });
    expect(await sendAgain(bare.desk, person, again)).toMatchObject({
      ok: true,
      value: { status: "applied" },
    });
    expect(await misfolded(bare.db)).toEqual([]);
    await bare.close();
  });

  it("lets a confirmed movement make an operation applied that was proven absent", async () => {
    const bare = await startDeskWithSandbox({ feedReference: "without" });
    const person = await bare.signedIn("agent");
    const chief = await bare.signedIn("supervisor");
    const { operationId } = await sendUnknown(bare, person, "SBX-DROP-AFTER");
    const reason = "Asked the issuer";
    await settleByHand(bare.desk, chief, { operationId, outcome: "not-applied", reason });
    await sendAgain(bare.desk, person, { operationId: newOperationId(), resends: operationId });
    const { movementId } = Proposal.parse((await rowOf(operationId, bare)).proposal);
    expect(
      await confirmProposal(bare.desk, chief, { operationId, movementId, reason }),
    ).toMatchObject({ ok: true, value: { status: "applied" } });
    expect(await misfolded(bare.db)).toEqual([]);
    await bare.close();
  });

  it("takes no movement for its own that may be of whoever has the reference now", async () => {
    let movements: unknown[] = [];
    const issuer = await startScriptedIssuer((request) => {
      if (request.method !== "GET") return request.url.startsWith("/auth") ? "default" : "cut";
      return { body: JSON.stringify({ success: true, data: movements }) };
    });
    const desk = { ...test.desk, issuer: { ...test.desk.issuer, url: issuer.url } };
    const { operationId: resends, form } = await sendUnknown({ ...test, desk }, agent, "LATER");
    const input = { operationId: resends, outcome: "not-applied", reason: "Asked the issuer" };
    await settleByHand(desk, supervisor, input);
    const first = newOperationId();
    expect(await sendAgain(desk, agent, { operationId: first, resends })).toMatchObject({
      ok: true,
      value: { status: "unknown" },
    });
    const { reference, amount, currency } = form;
    const at = test.clock.now().toISOString();
    const kind = { movementType: "credit", status: "liquidated" };
    movements = [{ id: 71, reference, amount, currency, date: at, ...kind }];
    const before = await journalOf(test.db, resends);
    expect(await sendAgain(desk, agent, { operationId: newOperationId(), resends })).toEqual({
      ok: false,
      failure: { kind: "reference-taken", operationId: first },
    });
    expect(await journalOf(test.db, resends)).toEqual(before);
    expect(await rowOf(resends)).toMatchObject({ status: "not-applied", proposal: null });
    await issuer.close();
  });

  it("sends nothing when what was sent in its place had come late", async () => {
    const { operationId: first } = await absent({}, "SBX-DROP-BEFORE");
    const second = newOperationId();
    await sendAgain(test.desk, agent, { operationId: second, resends: first });
    await proveAbsent(test, agent, second);
    // As a look before sending the second one again finds it.
    const late = {
      movementId: "late-1",
      movementAt: null,
      how: "reference",
      reason: null,
    } as const;
    const author = { kind: "person", actor: agent } as const;
    const event = { kind: "operation.settled", ...late } as const;
    const status = await recordEvent(
      test.desk,
      author,
      { operationId: second, cardId: CARD },
      event,
    );
    expect(status).toBe("applied");
    expect(await rowOf(second)).toMatchObject({ holds_reference: false });
    const stale = { operationId: newOperationId(), resends: first };
    expect(await sendAgain(test.desk, agent, stale)).toEqual({
      ok: false,
      failure: { kind: "reference-taken", operationId: second },
    });
    expect(await journalOf(test.db, stale.operationId)).toEqual([]);
  });
});
