import { afterEach, expect, test } from "vitest";

import { CardId } from "@/lib/domain/ids";
import { Month } from "@/lib/domain/month";
import { startDeskWithSandbox, startTestDesk } from "@/lib/testing/desk";
import { startScriptedIssuer } from "@/lib/testing/issuer";

import { readFeed } from "./feed";

const CARD = CardId.parse("12345");
const MARCH = Month.parse("2026-03");

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

test("a month that comes in pages is read to its end, and is the same as in one piece", async () => {
  const whole = await startDeskWithSandbox();
  closers.push(() => whole.close());
  const inOnePiece = await readFeed(whole.desk, await whole.signedIn("agent"), CARD, MARCH, "GTQ");
  const paged = await startDeskWithSandbox({ feedShape: "page", feedPageLimit: 7 });
  closers.push(() => paged.close());
  const inPages = await readFeed(paged.desk, await paged.signedIn("agent"), CARD, MARCH, "GTQ");
  if (!inOnePiece.ok || !inPages.ok) throw new Error("Both months must be readable.");
  expect(inOnePiece.value.movements.length).toBeGreaterThan(7);
  expect(inPages.value).toEqual(inOnePiece.value);
});

test("rows that a page claims and no page gives are counted as unreadable", async () => {
  const row = { amount: 1, currency: "GTQ", movementType: "credit" };
  const issuer = await startScriptedIssuer((request) => {
    if (!request.url.includes("/transfers/")) return "default";
    const items = request.url.includes("page=") ? [] : [row];
    return { body: JSON.stringify({ success: true, data: { items, total: 3 } }) };
  });
  closers.push(() => issuer.close());
  const started = await startTestDesk(issuer.url);
  closers.push(() => started.close());
  const feed = await readFeed(started.desk, await started.signedIn("agent"), CARD, MARCH, "GTQ");
  expect(feed).toMatchObject({ ok: true, value: { unreadableCount: 2 } });
});

test("one page that fails makes the whole month unavailable, never a part of it", async () => {
  const row = { amount: 1, currency: "GTQ", movementType: "credit" };
  const issuer = await startScriptedIssuer((request) => {
    if (!request.url.includes("/transfers/")) return "default";
    if (request.url.includes("page=")) return "cut";
    return { body: JSON.stringify({ success: true, data: { items: [row], total: 2 } }) };
  });
  closers.push(() => issuer.close());
  const started = await startTestDesk(issuer.url);
  closers.push(() => started.close());
  const feed = await readFeed(started.desk, await started.signedIn("agent"), CARD, MARCH, "GTQ");
  expect(feed).toEqual({ ok: false, failure: { kind: "issuer-unavailable" } });
});
