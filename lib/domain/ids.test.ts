import { describe, expect, it } from "vitest";

import { CardId, OperationId } from "./ids";
import { suggestedReference } from "./reference";

describe("a card's id", () => {
  it.each(["1", "12345", "999999999999"])("is %s", (id) => {
    expect(CardId.safeParse(id).success).toBe(true);
  });

  it.each([
    "",
    "0",
    "012",
    "1234567890123",
    "4111111111111111",
    "12 345",
    "12345\n",
    "-1",
    "1.0",
    "1e3",
    "１２",
    "../1",
    "12345/funds",
  ])("is not %j", (id) => {
    expect(CardId.safeParse(id).success).toBe(false);
  });
});

describe("an operation's id", () => {
  it("is a UUID of version 7 and of no other", () => {
    expect(OperationId.safeParse("0196f0d4-7c1e-7a3b-9d2e-1f2a3b4c5d6e").success).toBe(true);
    expect(OperationId.safeParse("0196f0d4-7c1e-4a3b-9d2e-1f2a3b4c5d6e").success).toBe(false);
    expect(OperationId.safeParse("not an id").success).toBe(false);
  });
});

describe("a suggested reference", () => {
  it("follows the issuer's own pattern", () => {
    expect(suggestedReference("ADD_FUNDS", "2026-04-18", 1)).toBe("TOPUP-2026-04-18-001");
    expect(suggestedReference("WITHDRAW_FUNDS", "2026-04-18", 42)).toBe("WD-2026-04-18-042");
    expect(suggestedReference("ADD_FUNDS", "2026-04-18", 1000)).toBe("TOPUP-2026-04-18-1000");
  });
});
