import { describe, expect, it } from "vitest";

import { Currency } from "./currency";
import type { Doubt } from "./journal";
import { money } from "./money";
import type { Movement } from "./movement";
import { movementKey, pauseAfter, provesAbsence, searchFeed } from "./settling";
import type { Sought } from "./settling";

const GTQ = Currency.parse("GTQ");
const sought: Sought = {
  reference: "TOPUP-1",
  flow: "in",
  amount: money(1_000_000n, GTQ),
  sentAt: new Date("2026-04-18T16:00:00Z"),
  claimed: new Set(),
  rejected: new Set(),
  siblingsSentAt: [],
  rivalsSentAt: [],
};
const own = {
  id: "m-1",
  reference: "TOPUP-1",
  flow: "in" as const,
  amount: money(1_000_000n, GTQ),
  status: "liquidated",
  at: "2026-04-18T16:00:01.000Z",
};
const bare = { ...own, reference: null };
const at = (time: string) => new Date(`2026-04-18T${time}Z`);

describe("the movement of an operation", () => {
  it("is found by its reference, direction, amount and currency", () => {
    const movements = [{ ...own, id: "m-0", reference: "TOPUP-2" }, own];
    expect(searchFeed(movements, sought)).toEqual({ kind: "found", movement: own });
  });

  it.each([
    ["no time", { at: null }],
    ["a clock five minutes behind ours", { at: "2026-04-18T15:55:00.000Z" }],
    ["a late time", { at: "2026-04-20T00:00:00.000Z" }],
    ["a state that was reversed", { status: "reversed" }],
    ["no state", { status: null }],
    ["no id", { id: null }],
  ])("is found with %s", (_, changes) => {
    expect(searchFeed([{ ...own, ...changes }], sought).kind).toBe("found");
  });

  it.each<[string, Partial<Movement>, Doubt[]]>([
    ["the other direction", { flow: "out" }, ["direction"]],
    ["one unit more", { amount: money(1_000_001n, GTQ) }, ["amount"]],
    ["another currency", { amount: money(1_000_000n, Currency.parse("USD")) }, ["currency"]],
    ["a time well before it was sent", { at: "2026-04-18T15:54:59.000Z" }, ["time"]],
    ["a state that nobody knows", { status: "brand-new" }, ["state"]],
    ["a state that is never produced", { status: "cancelled" }, ["state"]],
    ["a reference in other letters", { reference: "topup-1" }, ["reference"]],
    ["no reference", { reference: null }, ["no-reference"]],
    ["an empty reference", { reference: "" }, ["no-reference"]],
  ])("is only likely with %s", (_, changes, doubts) => {
    const movement = { ...own, ...changes };
    expect(searchFeed([movement], sought)).toEqual({ kind: "likely", movement, doubts });
  });

  it.each([
    ["another reference", { reference: "TOPUP-2" }],
    ["a reference of which the other is a beginning", { reference: "TOPUP-12" }],
    ["a denied state", { status: "denied" }],
    ["no reference and another amount", { reference: null, amount: money(1n, GTQ) }],
    ["no reference and the other direction", { reference: null, flow: "out" as const }],
    [
      "no reference, and dated before the send",
      { reference: null, at: "2026-04-18T15:54:59.000Z" },
    ],
    ["no reference, and dated hours after it", { reference: null, at: "2026-04-18T17:00:01.000Z" }],
  ])("is none with %s", (_, changes) => {
    const search = searchFeed([{ ...own, ...changes }], sought);
    expect(search).toEqual({ kind: "none", pending: 0 });
  });

  it("is none in an empty month", () => {
    expect(searchFeed([], sought)).toEqual({ kind: "none", pending: 0 });
  });

  it.each(["created", "in_progress", "approved"])(
    "is waited for while one with its reference is %s",
    (status) => {
      const search = searchFeed([{ ...own, status }], sought);
      expect(search).toEqual({ kind: "none", pending: 1 });
    },
  );

  it("is waited for while one like it without a reference is on its way", () => {
    const search = searchFeed([{ ...bare, status: "in_progress" }], sought);
    expect(search).toEqual({ kind: "none", pending: 1 });
  });

  it("is never one that was turned down, nor one without its reference that another has claimed", () => {
    const rejected = searchFeed([own, bare], { ...sought, rejected: new Set(["m-1"]) });
    expect(rejected).toEqual({ kind: "none", pending: 0 });
    const claimed = searchFeed([bare], { ...sought, claimed: new Set(["m-1"]) });
    expect(claimed).toEqual({ kind: "none", pending: 0 });
  });

  it("is not proven absent while another operation has claimed a movement with its reference", () => {
    const search = searchFeed([own], { ...sought, claimed: new Set(["m-1"]) });
    expect(search).toEqual({ kind: "none", pending: 1 });
  });

  it("is the twin of a claimed movement where the feed gives no ids", () => {
    const twin = { ...bare, id: null };
    const claimed = new Set([movementKey(twin)]);
    expect(searchFeed([twin], { ...sought, claimed })).toEqual({ kind: "none", pending: 0 });
    expect(searchFeed([twin, twin], { ...sought, claimed }).kind).toBe("likely");
  });

  it("is likely when its long reference was cut off", () => {
    const long = { ...sought, reference: "TOPUP-2026-04-18-00001" };
    const cut = { ...own, reference: "TOPUP-2026-04" };
    expect(searchFeed([cut], long)).toMatchObject({ kind: "likely", doubts: ["reference"] });
    expect(searchFeed([{ ...cut, reference: "TOPUP" }], long).kind).toBe("none");
  });

  it("is, of several without a reference, the nearest in time", () => {
    const late = { ...bare, id: "m-2", at: "2026-04-18T16:10:00.000Z" };
    expect(searchFeed([late, bare], sought)).toMatchObject({ movement: { id: "m-1" } });
  });

  it("is rather one with its reference in doubt than one without", () => {
    const doubtful = { ...own, id: "m-2", amount: money(5n, GTQ) };
    expect(searchFeed([bare, doubtful], sought)).toMatchObject({ movement: { id: "m-2" } });
  });
});

describe("a movement that two operations may own", () => {
  it("is only likely when one with the same reference was refused a moment before", () => {
    const search = searchFeed([own], { ...sought, siblingsSentAt: [at("15:58:00")] });
    expect(search).toMatchObject({ kind: "likely", doubts: ["sibling"] });
  });

  it("is found when the other was sent long before, and the movement is later than ours", () => {
    const search = searchFeed([own], { ...sought, siblingsSentAt: [at("15:20:00")] });
    expect(search.kind).toBe("found");
  });

  it("is not taken for ours when it is dated between an earlier send and ours", () => {
    const movement = { ...own, at: "2026-04-18T15:30:00.000Z" };
    const search = searchFeed([movement], { ...sought, siblingsSentAt: [at("15:20:00")] });
    expect(search).toMatchObject({ kind: "likely", doubts: ["time", "sibling"] });
  });

  it("is only likely without a time, whenever the other was sent", () => {
    const search = searchFeed([{ ...own, at: null }], {
      ...sought,
      siblingsSentAt: [at("10:00:00")],
    });
    expect(search).toMatchObject({ kind: "likely", doubts: ["sibling"] });
  });

  it("carries the doubt of a rival only where the reference is missing", () => {
    const rivals = { ...sought, rivalsSentAt: [at("15:59:00")] };
    expect(searchFeed([own], rivals).kind).toBe("found");
    expect(searchFeed([bare], rivals)).toMatchObject({ doubts: ["no-reference", "sibling"] });
  });
});

describe("a movement without an id", () => {
  it("is named by what can be seen of it", () => {
    const one = movementKey({ ...bare, id: null });
    expect(movementKey({ ...bare, id: null })).toBe(one);
    expect(movementKey({ ...bare, id: null, amount: money(1n, GTQ) })).not.toBe(one);
    expect(movementKey(own)).toBe("m-1");
  });
});

describe("looks", () => {
  const schedule = { pausesMs: [5, 15, 60], absenceWindowMs: 1_800_000, absenceLooks: 5 };
  const since = new Date("2026-04-18T16:00:00Z");
  const after = (ms: number) => new Date(since.getTime() + ms);

  it.each([
    [0, 5],
    [1, 15],
    [2, 60],
    [3, 60],
    [99, 60],
  ])("after %i of them pause for the schedule's time", (looks, pauseMs) => {
    expect(pauseAfter(looks, schedule)).toBe(pauseMs);
  });

  it.each([
    [5, 1_800_000, true],
    [5, 1_799_999, false],
    [4, 1_800_000, false],
    [40, 60_000, false],
    [4, 86_400_000, false],
  ])("%i of them within %i ms prove absence: %s", (looks, ms, isProven) => {
    expect(provesAbsence(looks, since, after(ms), schedule)).toBe(isProven);
  });
});
