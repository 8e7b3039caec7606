import "server-only";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { OperatorId } from "@/lib/domain/ids";
import { readNote } from "@/lib/domain/note";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { endSessionsIn } from "../auth/end-sessions-in";
import type { Actor, Desk } from "../desk";
import { isLastAdmin, mayManagePeople, record, withPerson, wrongAt } from "./change-person";

const Input = z.object({ operatorId: OperatorId, reason: z.string() });

/**
 * Keeps a person out from their next request on, with a reason, and ends their sessions for good.
 * Nobody does it to themselves, and the last administrator stays.
 */
export async function disablePerson(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<{ readonly ended: number }, Failure>> {
  const asked = readInput(desk, actor, input);
  if (!asked.ok) return asked;
  const { operatorId, reason } = asked.value;
  if (operatorId === actor.operator.id) return wrongAt("reason", "person.oneself");
  return withPerson(desk, operatorId, async (tx, row) => {
    if (row.disabled_at !== null) return ok({ ended: 0 });
    if (await isLastAdmin(tx, desk, row)) return wrongAt("reason", "person.last-admin");
    await record(tx, desk, actor, row, {
      values: { disabled_at: desk.now() },
      event: { kind: "operator.disabled", reason },
    });
    const ending = { at: desk.now(), author: { kind: "person", actor }, how: "disabled" } as const;
    return ok({ ended: await endSessionsIn(tx, ending, { operatorId }) });
  });
}

/** Lets a person in again, with a reason: who was disabled, or has not been here for ninety days. */
export async function enablePerson(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<null, Failure>> {
  const asked = readInput(desk, actor, input);
  if (!asked.ok) return asked;
  const { operatorId, reason } = asked.value;
  return withPerson(desk, operatorId, async (tx, row) => {
    await record(tx, desk, actor, row, {
      values: { disabled_at: null, enabled_at: desk.now() },
      event: { kind: "operator.enabled", reason },
    });
    return ok(null);
  });
}

function readInput(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Result<z.infer<typeof Input>, Failure> {
  const allowed = mayManagePeople(desk, actor);
  if (!allowed.ok) return allowed;
  const parsed = Input.safeParse(input);
  if (!parsed.success) return fail({ kind: "not-found", what: "operator" });
  const reason = readNote(parsed.data.reason);
  if (!reason.ok) return wrongAt("reason", reason.failure);
  return ok({ ...parsed.data, reason: reason.value });
}
