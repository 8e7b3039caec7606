import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CardId } from "@/lib/domain/ids";
import type { OperationId } from "@/lib/domain/ids";

import type { Actor } from "@/lib/server/desk";
import {
  adjustmentForm,
  channelForm,
  newOperationId,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";

import { journalOf, misfolded, movedIn } from "@/lib/testing/looks";
import { proveAbsent, sendUnknown } from "@/lib/testing/unknown";

import { listResends } from "./list-resends";

import { readSettling } from "./read-settling";

import { sendAgain } from "./send-again";
import { settleByHand } from "./settle-by-hand";
import { submitOperation } from "./submit-operation";

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

async function requestOf(operationId: OperationId) {
  const { rows } = await sql<{ request: unknown; resends: string | null }>`
    select data -> 'request' as request, data ->> 'resends' as resends from journal
     where operation_id = ${operationId} and kind = 'operation.intended'`.execute(test.db);
  return rows[0];
}

function rowOf(operationId: OperationId, { db }: Pick<DeskWithSandbox, "db"> = test) {
  return db
    .selectFrom("operations")
    .selectAll()
    .where("id", "=", operationId)
    .executeTakeFirstOrThrow();
}

const keys = [
  { key: "zone", value: "1" },
  { key: "a", value: "ñ \u{1F600}" },
  { key: "10", value: "ten" },
  { key: "longer-key", value: '"quoted"' },
  { key: "2", value: "two" },
];

describe("sending again what was proven absent", () => {
  it.each([
    ["a channel operation", channelForm()],
    ["keys in an order of their own", channelForm({ description: "", customKeys: keys })],
    ["an adjustment", adjustmentForm({ direction: "WITHDRAW_FUNDS" })],
  ])(
    "moves the money once, with the very same bytes: %s",
    async (_, { reference: __, ...form }) => {
      const old = await absent(form);
      const operationId = newOperationId();
      const resends = old.operationId;
      const sent = await sendAgain(test.desk, agent, { operationId, resends });
      expect(sent).toEqual({ ok: true, value: { operationId, status: "applied" } });
      expect(await movedIn(test.db, old.form.reference)).toHaveLength(1);
      const [before, after] = [await requestOf(resends), await requestOf(operationId)];
      expect(after).toEqual({ request: before?.request, resends });
      // The last look stands in the old one's journal, before the new one was sent.
      expect((await journalOf(test.db, resends)).slice(-2)).toEqual([
        "operation.proven-absent",
        "operation.checked",
      ]);
      expect(await rowOf(resends)).toMatchObject({ status: "not-applied", holds_reference: false });
    },
  );

  it("links the two both ways", async () => {
    const { operationId: resends } = await absent();
    const operationId = newOperationId();
    await sendAgain(test.desk, agent, { operationId, resends });
    const { card_id } = await rowOf(resends);
    const again = await listResends(test.desk, agent, {
      id: resends,
      cardId: CardId.parse(card_id),
    });
    expect(again).toMatchObject([{ id: operationId, status: "applied" }]);
    expect(await readSettling(test.desk, agent, operationId)).toMatchObject({
      ok: true,
      value: { resends, status: "applied" },
    });
  });

  it("by ten presses of one id is one operation", async () => {
    const { operationId: resends, form } = await absent();
    const operationId = newOperationId();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => sendAgain(test.desk, agent, { operationId, resends })),
    );
    for (const one of all) expect(one).toMatchObject({ ok: true, value: { operationId } });
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
  });

  it("by ten people at once is sent by one, whose operation the others are told of", async () => {
    const { operationId: resends, form } = await absent();
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        sendAgain(test.desk, agent, { operationId: newOperationId(), resends }),
      ),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(await movedIn(test.db, form.reference)).toHaveLength(1);
    for (const one of all) {
      if (one.ok) continue;
      // Whoever looked after it had arrived has found it in the feed instead.
      expect(["reference-taken", "wrong-status", "movement-claimed"]).toContain(one.failure.kind);
    }
  });
});

describe("what cannot be sent again", () => {
  it("is whatever was not proven absent", async () => {
    const unknown = await sendUnknown(test, agent, "SBX-DROP-BEFORE");
    const applied = newOperationId();
    await submitOperation(test.desk, agent, submission(channelForm(), { operationId: applied }));
    for (const [resends, status] of [
      [unknown.operationId, "unknown"],
      [applied, "applied"],
    ]) {
      expect(await sendAgain(test.desk, agent, { operationId: newOperationId(), resends })).toEqual(
        {
          ok: false,
          failure: { kind: "wrong-status", operationId: resends, status },
        },
      );
    }
    for (const input of [null, {}, { operationId: newOperationId(), resends: newOperationId() }]) {
      expect(await sendAgain(test.desk, agent, input)).toEqual({
        ok: false,
        failure: { kind: "not-found", what: "operation" },
      });
    }
  });

  it("is what somebody has sent again already, until that one gave the reference back", async () => {
    const { operationId: resends } = await absent({}, "SBX-DROP-BEFORE");
    const first = newOperationId();
    await sendAgain(test.desk, agent, { operationId: first, resends });
    const second = { operationId: newOperationId(), resends };
    expect(await sendAgain(test.desk, agent, second)).toEqual({
      ok: false,
      failure: { kind: "reference-taken", operationId: first },
    });
    const reason = "Asked the issuer";
    const settled = { operationId: first, outcome: "not-applied", reason };
    await settleByHand(test.desk, supervisor, settled);
    expect(await sendAgain(test.desk, agent, second)).toMatchObject({ ok: true });
  });

  it("is anything, for those who may not move money", async () => {
    const { operationId: resends } = await absent();
    for (const role of ["auditor", "admin"] as const) {
      const person = await test.signedIn(role);
      const input = { operationId: newOperationId(), resends };
      expect(await sendAgain(test.desk, person, input)).toEqual({
        ok: false,
        failure: { kind: "denied", permission: "operation.add-funds" },
      });
    }
  });

  it("is nothing whose reference another form could have taken meanwhile", async () => {
    const { operationId: resends, form } = await absent();
    const other = submission({ ...form, amount: "5.55" });
    expect(await submitOperation(test.desk, agent, other)).toEqual({
      ok: false,
      failure: { kind: "reference-taken", operationId: resends },
    });
    const input = { operationId: newOperationId(), resends };
    expect(await sendAgain(test.desk, agent, input)).toMatchObject({ ok: true });
  });

  it("is what became unknown a moment ago, whoever says that it did not arrive", async () => {
    const { operationId: resends } = await absent();
    const patient = { ...test.desk, sendAgainAfterMs: 86_400_000 };
    const desk = { ...patient, settling: { ...patient.settling, absenceWindowMs: 86_400_000 } };
    expect(await sendAgain(desk, agent, { operationId: newOperationId(), resends })).toEqual({
      ok: false,
      failure: { kind: "may-have-arrived", operationId: resends },
    });
  });
});
