import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { OperationId } from "@/lib/domain/ids";
import type { OperationForm } from "@/lib/domain/operation";
import type { Actor } from "@/lib/server/desk";
import {
  adjustmentForm,
  channelForm,
  newOperationId,
  startTestDesk,
  submission,
} from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { startScriptedIssuer } from "@/lib/testing/issuer";
import type { Arrived, ScriptedAnswer, ScriptedIssuer } from "@/lib/testing/issuer";
import { journalOf } from "@/lib/testing/looks";

import { readOperation } from "./read-operation";
import { submitOperation } from "./submit-operation";

type Reply = ScriptedAnswer | "cut" | "default";

/** Answers that the sandbox does not give: what an issuer might say that nobody has documented. */
let issuer: ScriptedIssuer;
let test: TestDesk;
let agent: Actor;
let onFunds: (request: Arrived) => Reply | Promise<Reply>;
let onAuth: () => Reply;

beforeAll(async () => {
  issuer = await startScriptedIssuer((request) =>
    request.url.startsWith("/cards") ? onFunds(request) : onAuth(),
  );
  test = await startTestDesk(issuer.url);
});
afterAll(async () => {
  await test.close();
  await issuer.close();
});
beforeEach(async () => {
  agent = await test.signedIn("agent");
  onAuth = () => "default";
  onFunds = () => ({ body: '{"success":true,"data":{}}' });
});

async function submit(form: OperationForm = channelForm()) {
  const operationId = newOperationId();
  const submitted = await submitOperation(test.desk, agent, submission(form, { operationId }));
  const story = await readOperation(test.desk, agent, operationId);
  const sent = issuer.arrived.filter((request) => request.body.includes(`"${form.reference}"`));
  return {
    operationId,
    submitted,
    status: submitted.ok ? submitted.value.status : submitted.failure.kind,
    outcome: story.ok ? story.value.entries.at(-1)?.event : undefined,
    sent,
  };
}

describe("the request that arrives at the issuer", () => {
  it.each([
    ["POST", channelForm],
    ["PUT", adjustmentForm],
  ] as const)("is the %s that is in the journal by then, committed", async (method, fill) => {
    const form = fill({ amount: "1,234.50" });
    let inJournal: unknown;
    onFunds = async (request) => {
      // Another connection sees only what is committed.
      inJournal = await test.db
        .selectFrom("journal")
        .select(["kind", "data"])
        .where("card_id", "=", "12345")
        .orderBy("seq", "desc")
        .executeTakeFirst();
      expect(inJournal).toEqual({
        kind: "operation.intended",
        data: {
          balanceSeen: null,
          goOnReason: null,
          request: { method: request.method, path: request.url, body: request.body },
          resends: null,
          reverses: null,
        },
      });
      return { body: '{"success":true}' };
    };
    const { sent, status } = await submit(form);
    expect(status).toBe("applied");
    expect(inJournal).toBeDefined();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method, url: "/cards/12345/funds" });
    expect(sent[0]?.body.startsWith('{"amount":1234.50,')).toBe(true);
    expect(sent[0]?.headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer access-\d+$/),
      "x-application-id": "test-desk",
      "x-request-id": agent.requestId,
      "content-type": "application/json",
    });
    expect(sent[0]?.headers).not.toHaveProperty("cookie");
  });
});

describe("what the issuer answers", () => {
  it.each([
    ["envelope A", { body: '{"statusCode":200,"message":"ok","data":{}}' }, "applied"],
    ["201", { status: 201, body: '{"success":true}' }, "applied"],
    ["nulls", { body: '{"success":true,"message":null,"data":null,"errors":null}' }, "applied"],
    ["data that is no receipt", { body: '{"success":true,"data":[1,2]}' }, "applied"],
    ["204", { status: 204 }, "unknown"],
    ["an empty 200", { body: "" }, "unknown"],
    ["a bare list", { body: "[]" }, "unknown"],
    ["a failure without a code at 200", { body: '{"success":false}' }, "unknown"],
    ["7303 at 200", { body: '{"success":false,"errors":[{"code":"7303"}]}' }, "refused"],
    [
      "7303 in envelope A at 500",
      { status: 500, body: '{"statusCode":500,"errors":[{"code":7303}]}' },
      "refused",
    ],
    ["success with 7303", { body: '{"success":true,"errors":[{"code":"7303"}]}' }, "unknown"],
    ["7006", { status: 409, body: '{"success":false,"errors":[{"code":"7006"}]}' }, "unknown"],
    [
      "7000 and 7006",
      { status: 400, body: '{"success":false,"errors":[{"code":"7000"},{"code":"7006"}]}' },
      "unknown",
    ],
    ["409", { status: 409, body: "" }, "unknown"],
    ["408", { status: 408, body: "" }, "unknown"],
    ["422", { status: 422, body: "" }, "refused"],
    ["403 as HTML", { status: 403, body: "<html>" }, "refused"],
    ["a redirect", { status: 307, headers: { location: "/cards/12345/funds" } }, "unknown"],
    [
      "nesting without an end",
      { body: `{"success":true,"data":${"[".repeat(300_000)}` },
      "unknown",
    ],
    [
      "more than is read",
      { body: `{"success":true,"message":"${"x".repeat(1_100_000)}"}` },
      "unknown",
    ],
  ])("%s is recorded, sent once: %j → %s", async (_, reply, expected) => {
    onFunds = () => reply;
    const { status, sent, operationId } = await submit();
    expect(status).toBe(expected);
    expect(sent).toHaveLength(1);
    expect(await journalOf(test.db, operationId)).toEqual([
      "operation.intended",
      `operation.${expected}`,
    ]);
  });

  it.each([
    ["half an emoji at the cut", "x".repeat(299) + "👍🏽"],
    ["a NUL", "a\u0000b"],
    ["half a pair", "a\ud83db"],
    ["ten thousand characters", "ñ".repeat(10_000)],
  ])("never keeps the outcome from being recorded: a message with %s", async (_, message) => {
    const code = `\u0000${"9".repeat(5_000)}`;
    onFunds = () => ({
      status: 400,
      body: JSON.stringify({ success: false, errors: [{ code, message }] }),
    });
    const { status, outcome } = await submit();
    expect(status).toBe("refused");
    expect(outcome).toMatchObject({ kind: "operation.refused", answer: { httpStatus: 400 } });
  });

  it.each([JSON.stringify("i".repeat(5_000)), JSON.stringify("a\u0000"), "1e400", "null", "{}"])(
    "never keeps the outcome from being recorded: an id %#",
    async (id) => {
      onFunds = () => ({ body: `{"success":true,"data":{"id":${id},"balance":10.00}}` });
      expect((await submit()).status).toBe("applied");
    },
  );

  it("is applied for the second operation too when every receipt carries the same id", async () => {
    onFunds = () => ({ body: '{"success":true,"data":{"id":12345,"balance":10.00}}' });
    const [first, second] = [await submit(), await submit()];
    expect([first.status, second.status]).toEqual(["applied", "applied"]);
    expect(second.outcome).toMatchObject({
      kind: "operation.applied",
      movementId: "12345",
      balanceAfter: "10.00",
    });
  });
});

describe("a token that the issuer turns away", () => {
  const turnedAway = { status: 401, body: '{"success":false,"errors":[{"code":"TOKEN_EXPIRED"}]}' };

  it("is renewed and the request sent once more, with the new one", async () => {
    let asked = 0;
    onFunds = () => ((asked += 1) === 1 ? turnedAway : { body: '{"success":true}' });
    const { status, sent, outcome } = await submit();
    expect(status).toBe("applied");
    expect(sent).toHaveLength(2);
    expect(sent[1]?.body).toBe(sent[0]?.body);
    expect(sent[1]?.headers["authorization"]).not.toBe(sent[0]?.headers["authorization"]);
    expect(outcome).toMatchObject({ answer: { attempts: 2 } });
  });

  it("twice ends as refused, without a third request", async () => {
    onFunds = () => turnedAway;
    const { status, sent, outcome } = await submit();
    expect(status).toBe("refused");
    expect(sent).toHaveLength(2);
    expect(outcome).toMatchObject({ cause: "http-status", answer: { code: "TOKEN_EXPIRED" } });
  });

  it("ends as refused when it cannot be renewed", async () => {
    onFunds = () => {
      onAuth = () => ({ status: 503 });
      return turnedAway;
    };
    const { status, sent } = await submit();
    expect(status).toBe("refused");
    expect(sent).toHaveLength(1);
  });

  it("ends as unknown when the second request is the one that gets lost", async () => {
    let asked = 0;
    onFunds = () => ((asked += 1) === 1 ? turnedAway : "cut");
    const { status, sent } = await submit();
    expect(status).toBe("unknown");
    expect(sent).toHaveLength(2);
  });
});

describe("a database that fails after the money has moved", () => {
  it("leaves the intent behind, which is swept to unknown, and a repeat sends nothing", async () => {
    const form = channelForm();
    const operationId = newOperationId();
    const desk = { ...test.desk };
    onFunds = () => {
      // The clock is read when the outcome is recorded: as good a place as any to break.
      desk.now = () => {
        throw new Error("The database is gone.");
      };
      return { body: '{"success":true}' };
    };
    const broken = { ...test.desk, now: () => desk.now() };
    await expect(submitOperation(broken, agent, submission(form, { operationId }))).rejects.toThrow(
      "gone",
    );
    expect(await journalOf(test.db, operationId)).toEqual(["operation.intended"]);
    const again = await submitOperation(test.desk, agent, submission(form, { operationId }));
    expect(again).toEqual({
      ok: true,
      value: { operationId: OperationId.parse(operationId), status: "intended" },
    });
    expect(issuer.arrived.filter((request) => request.body.includes(form.reference))).toHaveLength(
      1,
    );
  });
});
