import { describe, expect, it } from "vitest";

import { Currency } from "./currency";
import { money } from "./money";
import { findOwnMovement } from "./settling";
import type { Sought } from "./settling";

const GTQ = Currency.parse("GTQ");
const sought: Sought = {
  reference: "TOPUP-1",
  flow: "in",
  amount: money(1_000_000n, GTQ),
  sentAt: new Date("2026-04-18T16:00:00Z"),
};
const own = {
  reference: "TOPUP-1",
  flow: "in" as const,
  amount: money(1_000_000n, GTQ),
  status: "liquidated",
  at: "2026-04-18T16:00:01.000Z",
};

describe("the movement of an operation", () => {
  it("is the one with its reference, direction, amount and currency", () => {
    const movements = [{ ...own, reference: "TOPUP-2" }, own];
    expect(findOwnMovement(movements, sought)).toBe(own);
  });

  it.each([
    ["another reference", { reference: "TOPUP-2" }],
    ["a reference in other letters", { reference: "topup-1" }],
    ["no reference", { reference: null }],
    ["the other direction", { flow: "out" as const }],
    ["no direction", { flow: "unknown" as const }],
    ["one unit more", { amount: money(1_000_001n, GTQ) }],
    ["another currency", { amount: money(1_000_000n, Currency.parse("USD")) }],
    ["a denied state", { status: "denied" }],
    ["a state in which money has not moved yet", { status: "approved" }],
    ["a time well before it was sent", { at: "2026-04-18T15:54:59.000Z" }],
  ])("is not one with %s", (_, changes) => {
    expect(findOwnMovement([{ ...own, ...changes }], sought)).toBeNull();
  });

  it.each([
    ["no time", { at: null }],
    ["a clock five minutes behind ours", { at: "2026-04-18T15:55:00.000Z" }],
    ["a late time", { at: "2026-04-20T00:00:00.000Z" }],
    ["a state that was reversed", { status: "reversed" }],
    ["a state that nobody knows", { status: "brand-new" }],
    ["no state", { status: null }],
  ])("may be one with %s", (_, changes) => {
    expect(findOwnMovement([{ ...own, ...changes }], sought)).not.toBeNull();
  });

  it("is none in an empty month", () => {
    expect(findOwnMovement([], sought)).toBeNull();
  });
});
