import "server-only";

import type { Role } from "@/lib/domain/operator";

/** The password of all demo people. They exist on the sandbox only, where no money is real. */
export const DEMO_PASSWORD = "sandbox-sandbox";

/** One demo person of each role. */
export const DEMO_OPERATORS: readonly { role: Role; email: string; name: string }[] = [
  { role: "agent", email: "agent@desk.test", name: "Andrea Morales" },
  { role: "supervisor", email: "supervisor@desk.test", name: "Sergio Castañeda" },
  { role: "auditor", email: "auditor@desk.test", name: "Aura Pineda" },
  { role: "admin", email: "admin@desk.test", name: "Adrián Barrios" },
];
