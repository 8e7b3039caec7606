import { describe, expect, test } from "vitest";

import { accountState, isDormant } from "./account";
import type { Account } from "./account";

const DAY_MS = 24 * 3_600_000;
const now = new Date("2026-04-18T16:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);

const account = (changes: Partial<Account> = {}): Account => ({
  createdAt: daysAgo(400),
  enabledAt: null,
  lastSignedInAt: daysAgo(1),
  disabledAt: null,
  lockedUntil: null,
  ...changes,
});

describe("ninety days without a sign-in", () => {
  test("shut an account out to the millisecond", () => {
    const last = { createdAt: daysAgo(400), enabledAt: null, lastSignedInAt: daysAgo(90) };
    expect(isDormant(last, now)).toBe(true);
    expect(isDormant(last, new Date(now.getTime() - 1))).toBe(false);
  });

  test("count from when the account was made or let in again", () => {
    expect(isDormant(account({ lastSignedInAt: null }), now)).toBe(true);
    expect(isDormant(account({ lastSignedInAt: null, createdAt: daysAgo(3) }), now)).toBe(false);
    expect(isDormant(account({ lastSignedInAt: null, enabledAt: daysAgo(3) }), now)).toBe(false);
  });
});

test.each([
  ["active", account()],
  ["disabled", account({ disabledAt: daysAgo(1), lockedUntil: daysAgo(-1) })],
  ["locked-out", account({ lockedUntil: daysAgo(-1), lastSignedInAt: daysAgo(100) })],
  ["active", account({ lockedUntil: now })],
  ["dormant", account({ lastSignedInAt: daysAgo(91) })],
] as const)("an account is %s", (state, given) => {
  expect(accountState(given, now)).toBe(state);
});
