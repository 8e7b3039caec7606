import { afterEach, describe, expect, test } from "vitest";

import { CardId } from "@/lib/domain/ids";
import { Month } from "@/lib/domain/month";
import type { Actor, Desk } from "@/lib/server/desk";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import { channelForm, startDeskWithSandbox, startTestDesk, submission } from "@/lib/testing/desk";
import { startScriptedIssuer } from "@/lib/testing/issuer";

import { readMonth } from "./read-month";

const CARD = CardId.parse("12345");
const APRIL = Month.parse("2026-04");
const MARCH = Month.parse("2026-03");

async function rowsOf(desk: Desk, actor: Actor, month: Month = APRIL, isFresh = false) {
  const read = await readMonth(desk, actor, CARD, month, { isFresh });
  if (!read.ok) throw new Error(`The month could not be read: ${read.failure.kind}`);
  return read.value;
}

describe("a reading of a few seconds ago", () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function counting() {
    const issuer = await startScriptedIssuer(({ url }) =>
      url.includes("/transfers/")
        ? { body: JSON.stringify({ success: true, data: [{ id: 1, amount: 1, currency: "GTQ" }] }) }
        : "default",
    );
    const other = await startTestDesk(issuer.url);
    open.push(other, issuer);
    const reads = () => issuer.arrived.filter(({ url }) => url.includes("/transfers/")).length;
    return { other, reads };
  }

  test("serves the page and its rows with one call, until it is asked for afresh", async () => {
    const { other, reads } = await counting();
    const { desk } = other;
    const actor = await other.signedIn("agent");
    const [first, second] = await Promise.all([rowsOf(desk, actor), rowsOf(desk, actor)]);
    expect(second).toBe(first);
    expect(reads()).toBe(1);
    expect(await rowsOf(desk, actor, APRIL, true)).not.toBe(first);
    expect(reads()).toBe(2);
  });

  test("is nobody else's, and of no other month", async () => {
    const { other, reads } = await counting();
    const { desk } = other;
    const actor = await other.signedIn("agent");
    await rowsOf(desk, actor);
    await rowsOf(desk, await other.signedIn("agent"));
    await rowsOf(desk, actor, MARCH);
    expect(reads()).toBe(3);
  });

  test("is over after ten seconds", async () => {
    const { other, reads } = await counting();
    const { desk, clock } = other;
    const actor = await other.signedIn("agent");
    await rowsOf(desk, actor);
    clock.advance(9_999);
    await rowsOf(desk, actor);
    expect(reads()).toBe(1);
    clock.advance(1);
    await rowsOf(desk, actor);
    expect(reads()).toBe(2);
  });

  test("is over at once when this desk does something on the card", async () => {
    const other = await startDeskWithSandbox();
    open.push(other);
    const agent = await other.signedIn("agent");
    const before = await rowsOf(other.desk, agent);
    const form = channelForm({ reference: "TOPUP-FRESH-1" });
    await submitOperation(other.desk, agent, submission(form));
    const after = await rowsOf(other.desk, agent);
    expect(before.movements.some(({ reference }) => reference === "TOPUP-FRESH-1")).toBe(false);
    expect(after.movements.some(({ reference }) => reference === "TOPUP-FRESH-1")).toBe(true);
  });

  test("is not kept when it failed", async () => {
    let isDown = true;
    const issuer = await startScriptedIssuer(({ url }) => {
      if (!url.includes("/transfers/")) return "default";
      return isDown ? "cut" : { body: '{"success":true,"data":[]}' };
    });
    const other = await startTestDesk(issuer.url);
    open.push(other, issuer);
    const actor = await other.signedIn("agent");
    expect((await readMonth(other.desk, actor, CARD, APRIL)).ok).toBe(false);
    isDown = false;
    expect((await readMonth(other.desk, actor, CARD, APRIL)).ok).toBe(true);
  });

  test("four months are kept and the fifth drives the oldest out", async () => {
    const { other, reads } = await counting();
    const { desk } = other;
    const actor = await other.signedIn("agent");
    for (const month of ["01", "02", "03", "04", "05"]) {
      await rowsOf(desk, actor, Month.parse(`2025-${month}`));
    }
    await rowsOf(desk, actor, Month.parse("2025-05"));
    expect(reads()).toBe(5);
    await rowsOf(desk, actor, Month.parse("2025-01"));
    expect(reads()).toBe(6);
  });
});
