import "server-only";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { OperatorId } from "@/lib/domain/ids";
import { readNote } from "@/lib/domain/note";
import { Role } from "@/lib/domain/operator";
import { ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { isLastAdmin, mayManagePeople, record, withPerson, wrongAt } from "./change-person";

const Envelope = z.object({ operatorId: OperatorId, role: z.unknown(), reason: z.string() });

/**
 * Gives a person another role, with a reason; it counts from their next request on. Nobody changes
 * their own, and the last administrator stays one.
 */
export async function changeRole(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<{ readonly role: Role }, Failure>> {
  const allowed = mayManagePeople(desk, actor);
  if (!allowed.ok) return allowed;
  const envelope = Envelope.safeParse(input);
  if (!envelope.success) return wrongAt("operatorId", "form.unreadable");
  const { operatorId } = envelope.data;
  const role = Role.safeParse(envelope.data.role);
  if (!role.success) return wrongAt("role", "role.empty");
  const reason = readNote(envelope.data.reason);
  if (!reason.ok) return wrongAt("reason", reason.failure);
  if (operatorId === actor.operator.id) return wrongAt("role", "person.oneself");

  return withPerson(desk, operatorId, async (tx, row) => {
    if (row.provider_subject !== null) return wrongAt("role", "person.provider");
    if (row.role === role.data) return wrongAt("role", "role.empty");
    if (await isLastAdmin(tx, desk, row)) return wrongAt("role", "person.last-admin");
    const kind = "operator.role-changed" as const;
    await record(tx, desk, actor, row, {
      values: { role: role.data },
      event: { kind, from: row.role, to: role.data, reason: reason.value },
    });
    return ok({ role: role.data });
  });
}
