import { expect, test } from "vitest";

import { roleFrom } from "./provider-role";

const RULES = [
  { role: "admin", value: "Desk Admins" },
  { role: "supervisor", value: "Desk Supervisors" },
  { role: "agent", value: "Desk Agents" },
] as const;

test.each([
  [{ groups: ["Desk Agents"] }, "agent"],
  [{ groups: ["Everybody", "Desk Supervisors"] }, "supervisor"],
  [{ groups: "Desk Agents" }, "agent"],
])("%j is a role", (claims, role) => {
  expect(roleFrom(claims, "groups", RULES)).toBe(role);
});

test("who is in several groups has the role of the first rule, whatever the order of the groups", () => {
  expect(roleFrom({ groups: ["Desk Agents", "Desk Admins"] }, "groups", RULES)).toBe("admin");
});

test.each([
  [{}],
  [{ groups: [] }],
  [{ groups: null }],
  [{ groups: ["desk agents"] }],
  [{ groups: ["Desk Agents and friends"] }],
  [{ groups: "Desk Agents, Desk Admins" }],
  [{ groups: { admin: "Desk Admins" } }],
  [{ groups: [["Desk Admins"]] }],
  [{ roles: ["Desk Admins"] }],
  [{ groups: [1, true, null, { value: "Desk Admins" }] }],
])("%j is nobody's", (claims) => {
  expect(roleFrom(claims, "groups", RULES)).toBeNull();
});

test("the claim may lie deeper, or have dots in its name", () => {
  const deep = { realm_access: { roles: ["Desk Agents"] } };
  expect(roleFrom(deep, "realm_access.roles", RULES)).toBe("agent");
  const dotted = { "https://desk.example/roles": ["Desk Agents"] };
  expect(roleFrom(dotted, "https://desk.example/roles", RULES)).toBe("agent");
  expect(roleFrom({ a: {} }, "a.b.c", RULES)).toBeNull();
  expect(roleFrom({}, "constructor.name", [{ role: "admin", value: "Object" }])).toBeNull();
});
