import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { CardId } from "@/lib/domain/ids";
import { toDecimal } from "@/lib/domain/money";
import { Month } from "@/lib/domain/month";
import { totalsOf } from "@/lib/domain/movement";
import { readCard } from "@/lib/server/cards/read-card";
import type { Actor, Desk } from "@/lib/server/desk";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import { channelForm, startDeskWithSandbox, startTestDesk, submission } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { startScriptedIssuer } from "@/lib/testing/issuer";
import type { ScriptedAnswer } from "@/lib/testing/issuer";

import { readMonth } from "./read-month";

const CARD = CardId.parse("12345");
const APRIL = Month.parse("2026-04");
const MARCH = Month.parse("2026-03");

let started: DeskWithSandbox;

beforeAll(async () => {
  started = await startDeskWithSandbox();
});
afterAll(() => started.close());

async function load(desk: Desk, actor: Actor, reference: string, cardId = "12345") {
  const form = channelForm({ reference, amount: "12.34", description: "Prueba" });
  const submitted = await submitOperation(desk, actor, submission(form, { cardId }));
  if (!submitted.ok || submitted.value.status !== "applied") throw new Error("It was not applied.");
  return submitted.value.operationId;
}

async function rowsOf(desk: Desk, actor: Actor, month: Month = APRIL) {
  const read = await readMonth(desk, actor, CARD, month);
  if (!read.ok) throw new Error(`The month could not be read: ${read.failure.kind}`);
  return read.value;
}

describe("a month", () => {
  test("comes newest first, with exact amounts", async () => {
    const { movements, unreadableCount } = await rowsOf(
      started.desk,
      await started.signedIn("auditor"),
      MARCH,
    );
    const times = movements.map(({ at }) => at ?? "");
    expect(times.length).toBeGreaterThan(3);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(unreadableCount).toBe(0);
    for (const { amount } of movements) expect(toDecimal(amount)).toMatch(/^\d+\.\d{2}$/);
  });

  test("shows a load of ours with the operation that made it, and only that one", async () => {
    const agent = await started.signedIn("agent");
    const operationId = await load(started.desk, agent, "TOPUP-OURS-1");
    const { movements } = await rowsOf(started.desk, agent);
    const ours = movements.filter((movement) => movement.operationId !== null);
    expect(ours.map(({ operationId: id }) => id)).toContain(operationId);
    const mine = movements.find(({ reference }) => reference === "TOPUP-OURS-1");
    expect(mine).toMatchObject({ operationId, flow: "in", status: "liquidated" });
    expect(mine?.amount.units).toBe(123_400n);
  });

  test.each(["agent", "supervisor", "auditor", "admin"] as const)(
    "may be read by the role %s",
    async (role) => {
      const read = await readMonth(started.desk, await started.signedIn(role), CARD, APRIL);
      expect(read.ok).toBe(true);
    },
  );

  test("of a card that the issuer does not have is not found", async () => {
    const actor = await started.signedIn("agent");
    const read = await readMonth(started.desk, actor, CardId.parse("999999"), APRIL);
    expect(read).toEqual({ ok: false, failure: { kind: "not-found", what: "card" } });
  });

  test("without movements is empty, not a failure", async () => {
    const { movements } = await rowsOf(
      started.desk,
      await started.signedIn("agent"),
      Month.parse("2001-01"),
    );
    expect(movements).toEqual([]);
  });
});

describe("other readings of the contract", () => {
  async function withSandbox(
    switches: Parameters<typeof startDeskWithSandbox>[0],
    run: (desk: Desk, actor: Actor) => Promise<void>,
  ) {
    const other = await startDeskWithSandbox(switches);
    try {
      await run(other.desk, await other.signedIn("agent"));
    } finally {
      await other.close();
    }
  }

  test("a feed that is a page object has the same rows as a bare array", async () => {
    const bare = await rowsOf(started.desk, await started.signedIn("agent"), MARCH);
    await withSandbox({ feedShape: "page" }, async (desk, actor) => {
      const paged = await rowsOf(desk, actor, MARCH);
      expect(paged.movements.map(({ id }) => id)).toEqual(bare.movements.map(({ id }) => id));
    });
  });

  test("a feed without references is read, and only the movement that the issuer named is ours", async () => {
    await withSandbox({ feedReference: "without" }, async (desk, actor) => {
      await load(desk, actor, "TOPUP-UNSEEN-1");
      const { movements } = await rowsOf(desk, actor);
      expect(movements.length).toBeGreaterThan(0);
      expect(movements.every(({ reference }) => reference === null)).toBe(true);
      expect(movements.filter(({ operationId }) => operationId !== null)).toHaveLength(1);
    });
  });

  test("envelope A is understood as envelope B is", async () => {
    await withSandbox({ envelope: "A" }, async (desk, actor) => {
      expect((await rowsOf(desk, actor, MARCH)).movements.length).toBeGreaterThan(3);
    });
  });
});

describe("a feed of somebody else's making", () => {
  async function read(feed: ScriptedAnswer | "cut", currency: string | null = "GTQ") {
    const issuer = await startScriptedIssuer(({ url }) => {
      if (url.includes("/transfers/")) return feed;
      if (!url.startsWith("/cards/")) return "default";
      return { body: JSON.stringify({ success: true, data: { cardId: 12345, currency } }) };
    });
    const other = await startTestDesk(issuer.url);
    try {
      const actor = await other.signedIn("auditor");
      await readCard(other.desk, actor, CARD);
      return await readMonth(other.desk, actor, CARD, APRIL);
    } finally {
      await other.close();
      await issuer.close();
    }
  }
  const rows = (...data: unknown[]) => ({ body: JSON.stringify({ success: true, data }) });

  test("rows that cannot be read are counted, and the others shown", async () => {
    const result = await read(
      rows(
        { id: 1, amount: 10.5, movementType: "credit", createdAt: "2026-04-02T10:00:00Z" },
        { id: 2, amount: "ten", movementType: "credit" },
        { id: 3, amount: 10.123_45 },
        "no row at all",
      ),
    );
    expect(result).toMatchObject({ ok: true, value: { unreadableCount: 3 } });
    if (!result.ok) return;
    // The row names no currency: the card's stands in.
    expect(result.value.movements).toHaveLength(1);
    expect(totalsOf(result.value.movements)[0]?.inflow).toEqual({
      units: 105_000n,
      currency: "GTQ",
    });
  });

  test("words that nobody knows come through as they are", async () => {
    const result = await read(
      rows({ id: 1, amount: 1, type: "cryptoCashback", status: "frozen", anything: { else: 1 } }),
    );
    expect(result.ok && result.value.movements[0]).toMatchObject({
      type: "cryptoCashback",
      status: "frozen",
      flow: "unknown",
      at: null,
    });
  });

  test.each([
    ["the connection is cut half-way", "cut"],
    ["a gateway answers with a page of HTML", { status: 502, body: "<html></html>" }],
    ["the body stops in the middle", { body: '{"success":true,"data":[{"id":1' }],
    ["the data are no list", { body: '{"success":true,"data":{"next":1}}' }],
    ["there are too many calls", { status: 429, body: "" }],
  ] as const)("when %s, the issuer is unavailable and nothing throws", async (_, answer) => {
    expect(await read(answer)).toEqual({ ok: false, failure: { kind: "issuer-unavailable" } });
  });

  test("a refusal carries the issuer's code and words", async () => {
    const errors = [{ code: "7000", message: "Check the parameters provided." }];
    const result = await read({ status: 400, body: JSON.stringify({ success: false, errors }) });
    expect(result).toEqual({
      ok: false,
      failure: {
        kind: "issuer-refused",
        code: "7000",
        message: "Check the parameters provided.",
      },
    });
  });
});

test("an evening's load lies in the month of the issuer's zone", async () => {
  // A load at 20:00 in Guatemala on the last day of March lies in April by UTC.
  const evening = { iso: "2026-04-01T02:00:00Z" };
  const other = await startDeskWithSandbox({}, evening);
  const agent = await other.signedIn("agent");
  await load(other.desk, agent, "TOPUP-EDGE-1");
  const inMonth = async (month: Month) =>
    (await rowsOf(other.desk, agent, month)).movements.some((m) => m.reference === "TOPUP-EDGE-1");
  expect([await inMonth(MARCH), await inMonth(APRIL)]).toEqual([false, true]);
  await other.close();
});
