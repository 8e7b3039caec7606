import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CardId } from "@/lib/domain/ids";
import type { OperationId } from "@/lib/domain/ids";
import { fundsCall } from "@/lib/domain/funds-call";
import { operationSchema } from "@/lib/domain/operation";
import type { Actor } from "@/lib/server/desk";
import { channelForm, newOperationId, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { endLeases, journalOf } from "@/lib/testing/looks";

import { recordIntent } from "./intend";
import { markAbandoned } from "./mark-abandoned";
import { readOperation } from "./read-operation";
import { recordEvent } from "./record";

let test: TestDesk;
let agent: Actor;
const cardId = CardId.parse("12345");

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
  agent = await test.signedIn("agent");
});
afterAll(() => test.close());

/** An operation whose sender has died after it made the intent durable. */
async function intended(): Promise<OperationId> {
  const operationId = newOperationId();
  const request = operationSchema([]).parse(channelForm());
  const intent = {
    operationId,
    cardId,
    request,
    fingerprint: operationId,
    balanceSeen: null,
    ...PLAIN,
  };
  expect(await recordIntent(test.desk, agent, intent, fundsCall(cardId, request))).toBe("recorded");
  return operationId;
}

const PLAIN = { goOnReason: null, resends: null, reverses: null };
const answer = {
  httpStatus: 200,
  code: null,
  message: null,
  requestId: "r",
  attempts: 1,
  durationMs: 5,
};

async function statusOf(operationId: OperationId): Promise<string> {
  const row = await test.db
    .selectFrom("operations")
    .select("status")
    .where("id", "=", operationId)
    .executeTakeFirstOrThrow();
  return row.status;
}

describe("operations whose sender is gone", () => {
  it("are left alone while the sender may still be there", async () => {
    const operationId = await intended();
    test.clock.advance(2 * test.desk.issuer.timeoutMs);
    expect(await markAbandoned(test.desk)).toBe(0);
    expect(await statusOf(operationId)).toBe("intended");
    await endLeases(test.db);
    await markAbandoned(test.desk);
  });

  it("become unknown once, however many sweep at the same moment", async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, intended));
    await endLeases(test.db);
    const swept = await Promise.all(Array.from({ length: 5 }, () => markAbandoned(test.desk)));
    expect(swept.reduce((sum, count) => sum + count, 0)).toBe(20);
    for (const id of ids) {
      expect(await statusOf(id)).toBe("unknown");
      expect(await journalOf(test.db, id)).toEqual(["operation.intended", "operation.unknown"]);
    }
    expect(await markAbandoned(test.desk)).toBe(0);
  });

  it("are all taken, also when there are more than one sweep takes", async () => {
    await Promise.all(Array.from({ length: 60 }, intended));
    await endLeases(test.db);
    expect((await markAbandoned(test.desk)) + (await markAbandoned(test.desk))).toBe(60);
  });

  it("have the desk itself as the author, and say why", async () => {
    const operationId = await intended();
    await endLeases(test.db);
    await markAbandoned(test.desk);
    const story = await readOperation(test.desk, await test.signedIn("supervisor"), operationId);
    expect(story.ok && story.value.entries[1]).toMatchObject({
      by: "Funds Desk",
      role: "desk",
      event: { kind: "operation.unknown", cause: "sender-gone", answer: null },
    });
  });

  it.each([
    ["applied", { kind: "operation.applied", answer, movementId: null, balanceAfter: null }],
    ["refused", { kind: "operation.refused", cause: "business-code", answer }],
  ] as const)(
    "are %s after all when the sender comes back with a definite answer",
    async (status, event) => {
      const operationId = await intended();
      await endLeases(test.db);
      await markAbandoned(test.desk);
      expect(await statusOf(operationId)).toBe("unknown");
      await recordEvent(
        test.desk,
        { kind: "person", actor: agent },
        { operationId, cardId },
        event,
      );
      expect(await statusOf(operationId)).toBe(status);
      await endLeases(test.db);
      expect(await markAbandoned(test.desk)).toBe(0);
      expect(await statusOf(operationId)).toBe(status);
    },
  );
});

describe("what is recorded of one operation by many at once", () => {
  it("ends in the status that the journal's order tells", async () => {
    const operationId = await intended();
    const author = { kind: "person", actor: agent } as const;
    const subject = { operationId, cardId };
    await Promise.all([
      recordEvent(test.desk, author, subject, {
        kind: "operation.refused",
        cause: "business-code",
        answer,
      }),
      recordEvent(test.desk, author, subject, {
        kind: "operation.applied",
        answer,
        movementId: null,
        balanceAfter: null,
      }),
      recordEvent(test.desk, author, subject, {
        kind: "operation.unknown",
        cause: "timeout",
        answer,
      }),
    ]);
    const first = (await journalOf(test.db, operationId)).find(
      (kind) => kind === "operation.applied" || kind === "operation.refused",
    );
    expect(`operation.${await statusOf(operationId)}`).toBe(first);
  });
});
