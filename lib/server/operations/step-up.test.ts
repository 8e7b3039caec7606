import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { Currency } from "@/lib/domain/currency";
import { money } from "@/lib/domain/money";
import type { OperationForm } from "@/lib/domain/operation";
import type { Actor, Desk } from "@/lib/server/desk";
import { readLine } from "@/lib/server/line/read-line";
import { resumeLine } from "@/lib/server/line/resume-line";
import { stopLine } from "@/lib/server/line/stop-line";
import { channelForm, newOperationId, startDeskWithSandbox, submission } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { journalOf, misfolded, movedIn } from "@/lib/testing/looks";
import { proveAbsent, sendUnknown } from "@/lib/testing/unknown";

import { sendAgain } from "./send-again";
import { settleByHand } from "./settle-by-hand";
import { submitOperation } from "./submit-operation";

const FRESH_MS = 300_000;
const LIMIT = "10000.00";
const OVER = "10000.01";

let test: DeskWithSandbox;
let desk: Desk;
let agent: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  const limit = money(100_000_000n, Currency.parse("GTQ"));
  desk = { ...test.desk, stepUp: { afterMs: FRESH_MS, amounts: [limit] } };
  agent = await test.signedIn("agent");
});
afterAll(async () => {
  expect(await misfolded(test.db)).toEqual([]);
  await test.close();
});

/** Whose last proof was so long ago. */
const provenAgo = (actor: Actor, agoMs: number): Actor => ({
  ...actor,
  provenAt: new Date(test.clock.now().getTime() - agoMs),
});
const stale = (actor: Actor) => provenAgo(actor, FRESH_MS + 1);
const fresh = (actor: Actor) => provenAgo(actor, FRESH_MS);

const BY_PASSWORD = { ok: false, failure: { kind: "step-up", method: "password" } };

const asked = (changes: Partial<OperationForm>) =>
  submission(channelForm(changes), { cardId: "12345" });

describe("an operation over the limit", () => {
  it("takes a proof that is fresh to the millisecond; without one nothing is journaled or sent", async () => {
    const input = asked({ amount: OVER });
    expect(await submitOperation(desk, stale(agent), input)).toEqual(BY_PASSWORD);
    expect(await journalOf(test.db, input.operationId)).toEqual([]);
    expect(await movedIn(test.db, input.form.reference)).toEqual([]);

    expect(await submitOperation(desk, fresh(agent), input)).toMatchObject({
      value: { status: "applied" },
    });
    expect(await movedIn(test.db, input.form.reference)).toHaveLength(1);
  });

  it("says by what the person proves it", async () => {
    const withCode = { ...stale(agent), proofMethod: "code" } as const;
    expect(await submitOperation(desk, withCode, asked({ amount: OVER }))).toMatchObject({
      failure: { kind: "step-up", method: "code" },
    });
  });

  it("that was sent already is answered without a proof, and sent no more", async () => {
    const input = asked({ amount: OVER });
    await submitOperation(desk, fresh(agent), input);
    expect(await submitOperation(desk, stale(agent), input)).toEqual({
      ok: true,
      value: { operationId: input.operationId, status: "applied" },
    });
    const other = { ...input, form: { ...input.form, amount: "10000.02" } };
    expect(await submitOperation(desk, stale(agent), other)).toMatchObject({
      failure: { kind: "id-reused" },
    });
    expect(await movedIn(test.db, input.form.reference)).toHaveLength(1);
  });

  it("takes one as a reversal, too", async () => {
    const original = asked({ amount: OVER });
    await submitOperation(desk, fresh(agent), original);
    const reversal = {
      ...asked({ amount: OVER, direction: "WITHDRAW_FUNDS" }),
      reverses: original.operationId,
    };
    expect(await submitOperation(desk, stale(agent), reversal)).toEqual(BY_PASSWORD);
    expect(await journalOf(test.db, reversal.operationId)).toEqual([]);
    expect(await submitOperation(desk, fresh(agent), reversal)).toMatchObject({ ok: true });
  });

  it("takes one to be sent again, before the feed is read or anything is written", async () => {
    const old = await sendUnknown(test, agent, "SBX-DROP-ONCE", { amount: OVER });
    await proveAbsent(test, agent, old.operationId);
    const before = await journalOf(test.db, old.operationId);
    const input = { operationId: newOperationId(), resends: old.operationId };
    expect(await sendAgain(desk, stale(agent), input)).toEqual(BY_PASSWORD);
    expect(await journalOf(test.db, old.operationId)).toEqual(before);
    expect(await movedIn(test.db, old.form.reference)).toEqual([]);

    expect(await sendAgain(desk, fresh(agent), input)).toMatchObject({ ok: true });
    expect(await sendAgain(desk, stale(agent), input)).toMatchObject({ ok: true });
    expect(await movedIn(test.db, old.form.reference)).toHaveLength(1);
  });
});

describe("an operation up to the limit", () => {
  it("takes no proof, nor does its being sent again", async () => {
    expect(await submitOperation(desk, stale(agent), asked({ amount: LIMIT }))).toMatchObject({
      value: { status: "applied" },
    });
    const old = await sendUnknown(test, agent, "SBX-DROP-ONCE", { amount: LIMIT });
    await proveAbsent(test, agent, old.operationId);
    const input = { operationId: newOperationId(), resends: old.operationId };
    expect(await sendAgain(desk, stale(agent), input)).toMatchObject({ ok: true });
  });
});

describe("a settlement by hand", () => {
  it("takes a fresh proof whatever the amount, and changes nothing without", async () => {
    const supervisor = await test.signedIn("supervisor");
    const { operationId } = await sendUnknown(test, agent, "SBX-DROP-BEFORE");
    const input = { operationId, outcome: "not-applied", reason: "The issuer told us so, case 1" };
    const before = await journalOf(test.db, operationId);
    expect(await settleByHand(desk, stale(supervisor), input)).toEqual(BY_PASSWORD);
    expect(await journalOf(test.db, operationId)).toEqual(before);
    expect(await settleByHand(desk, fresh(supervisor), input)).toMatchObject({
      value: { status: "not-applied" },
    });
  });
});

describe("the sending line", () => {
  it("is stopped and started by whoever has a fresh proof only", async () => {
    const admin = await test.signedIn("admin");
    const reason = "The issuer is ill";
    expect(await stopLine(desk, stale(admin), { reason })).toEqual(BY_PASSWORD);
    expect(await readLine(desk)).toEqual({ stopped: null });
    expect(await stopLine(desk, fresh(admin), { reason })).toMatchObject({ ok: true });
    expect(await resumeLine(desk, stale(admin), { reason })).toEqual(BY_PASSWORD);
    expect((await readLine(desk)).stopped).not.toBeNull();
    expect(await resumeLine(desk, fresh(admin), { reason })).toMatchObject({ ok: true });
  });

  it("tells whoever may not do it so, and asks for no proof", async () => {
    expect(await stopLine(desk, stale(agent), { reason: "I may not" })).toMatchObject({
      failure: { kind: "denied" },
    });
  });
});
