import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { CardId } from "@/lib/domain/ids";
import type { Actor } from "@/lib/server/desk";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import { channelForm, startDeskWithSandbox, startTestDesk, submission } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { closedPort } from "@/lib/testing/issuer";

import { findCards } from "./find-cards";
import { readCard } from "./read-card";

let started: DeskWithSandbox;
let agent: Actor;

beforeAll(async () => {
  started = await startDeskWithSandbox();
  agent = await started.signedIn("agent");
});
afterAll(() => started.close());

async function find(typed: string, actor: Actor = agent) {
  const found = await findCards(started.desk, actor, typed);
  if (!found.ok) throw new Error(`Nothing could be looked up: ${found.failure.kind}`);
  return found.value;
}

describe("a card is found", () => {
  test("by its id, as the issuer knows it", async () => {
    expect(await find(" 12345 ")).toEqual({
      byId: "12345",
      issuerFailure: null,
      byLastFour: [],
      byReference: [],
    });
    expect((await find("999999")).byId).toBeNull();
  });

  test("by its last four digits, once somebody has seen it", async () => {
    expect((await find("2348")).byLastFour).toEqual([]);
    await readCard(started.desk, agent, CardId.parse("12348"));
    expect((await find("2348")).byLastFour.map(({ id }) => id)).toEqual(["12348"]);
  });

  test("by the reference of an operation on it, whoever made it", async () => {
    const form = channelForm({ reference: "TOPUP-FIND-1" });
    await submitOperation(started.desk, agent, submission(form));
    expect((await find("TOPUP-FIND-1")).byReference.map(({ cardId }) => cardId)).toEqual(["12345"]);
    const colleague = await started.signedIn("agent");
    const auditor = await started.signedIn("auditor");
    expect((await find("TOPUP-FIND-1", colleague)).byReference).toHaveLength(1);
    expect((await find("TOPUP-FIND-1", auditor)).byReference).toHaveLength(1);
  });
});

test("a whole card number is refused, however it is written", async () => {
  for (const typed of ["4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111"]) {
    expect(await findCards(started.desk, agent, typed)).toEqual({
      ok: false,
      failure: { kind: "invalid", fields: [{ path: "find", problem: "text.card-number" }] },
    });
  }
});

test("nothing typed finds nothing", async () => {
  expect(await find("  ")).toMatchObject({ byId: null, byLastFour: [], byReference: [] });
});

test("an issuer that is away leaves what the desk itself knows", async () => {
  const other = await startTestDesk(`http://127.0.0.1:${await closedPort()}`);
  const actor = await other.signedIn("agent");
  const found = await findCards(other.desk, actor, "2345");
  expect(found).toEqual({
    ok: true,
    value: {
      byId: null,
      issuerFailure: { kind: "issuer-unavailable" },
      byLastFour: [],
      byReference: [],
    },
  });
  await other.close();
});
