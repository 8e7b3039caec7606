import * as z from "zod/mini";

import type { OperatorId } from "./ids";
import type { Direction } from "./operation";

export const Role = z.enum(["agent", "supervisor", "auditor", "admin"]);
export type Role = z.infer<typeof Role>;

/** A signed-in person, as every verb receives it: a value, never something ambient. */
export interface Operator {
  readonly id: OperatorId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** Who may do what, by verb. One table: a verb that is not in it cannot be asked for. */
const PERMISSIONS = {
  "card.read": ["agent", "supervisor", "auditor", "admin"],
  "movements.read": ["agent", "supervisor", "auditor", "admin"],
  "operation.add-funds": ["agent", "supervisor"],
  "operation.withdraw-funds": ["agent", "supervisor"],
  "operation.check": ["agent", "supervisor"],
  // By hand, and by confirming that a movement without our reference is the operation.
  "operation.settle": ["supervisor"],
  "operation.reverse": ["agent", "supervisor"],
  // The story of one operation explains a card, and its notes are everybody's; whoever has the card
  // before them may open it. The list of everybody's work is another matter.
  "operation.read": ["agent", "supervisor", "auditor", "admin"],
  "operation.list-all": ["supervisor", "auditor", "admin"],
  // What is unknown outlives a shift: the next one must see what the last one left.
  "operation.list-unsettled": ["agent", "supervisor", "auditor", "admin"],
  // Whoever may not send must know why, too.
  "line.read": ["agent", "supervisor", "auditor", "admin"],
  "line.stop": ["admin"],
  "line.resume": ["admin"],
  "note.read": ["agent", "supervisor", "auditor", "admin"],
  "note.write": ["agent", "supervisor", "admin"],
  "movements.export": ["supervisor", "auditor"],
  // Who got in, what they looked at and what they were denied.
  "audit.read": ["auditor", "admin"],
  "operator.list": ["auditor", "admin"],
  "operator.manage": ["admin"],
  // One's own; everybody's is another matter.
  "account.manage": ["agent", "supervisor", "auditor", "admin"],
  "session.list-all": ["auditor", "admin"],
  "session.end-any": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether the operator's role allows this verb. Denies whatever the table does not grant. */
export function may(operator: Pick<Operator, "role">, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(operator.role);
}

/** The right that moving money in this direction takes: adding and withdrawing are apart. */
export function permissionToMove(direction: Direction): Permission {
  return direction === "ADD_FUNDS" ? "operation.add-funds" : "operation.withdraw-funds";
}
