import { describe, expect, it } from "vitest";

import { may, permissionToMove, Role } from "./operator";
import type { Permission } from "./operator";

/** Who may, letter by letter: agent, supervisor, auditor, admin. A change of rights is a change here. */
const RIGHTS: readonly (readonly [Permission, string])[] = [
  ["card.read", "yyyy"],
  ["movements.read", "yyyy"],
  ["operation.add-funds", "yy--"],
  ["operation.withdraw-funds", "yy--"],
  ["operation.check", "yy--"],
  ["operation.read", "yyyy"],
  ["operation.list-all", "-yyy"],
  ["operation.list-unsettled", "yyyy"],
  ["line.read", "yyyy"],
  ["line.stop", "---y"],
  ["line.resume", "---y"],
  ["operator.manage", "---y"],
];

describe("what a role may do", () => {
  it.each(RIGHTS)("%s: %s", (permission, expected) => {
    const rights = Role.options.map((role) => (may({ role }, permission) ? "y" : "-"));
    expect(rights.join("")).toBe(expected);
  });

  it("takes a right of its own for each direction of money", () => {
    expect(permissionToMove("ADD_FUNDS")).toBe("operation.add-funds");
    expect(permissionToMove("WITHDRAW_FUNDS")).toBe("operation.withdraw-funds");
  });
});
