import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import { proofMissing } from "../auth/step-up";
import type { Actor, Desk } from "../desk";
import { appendLineEvent } from "../journal/append";
import { readReason } from "./change";
import type { LineChange } from "./change";
import { lockLine } from "./read-line";

/**
 * Stops sending for everybody, with a reason: from the commit on, no instance writes another intent,
 * and without an intent nothing is sent. What is on its way already is not called back. A line that
 * stands still keeps who stopped it and why. It takes a fresh proof of who asks (`step-up`).
 */
export async function stopLine(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<LineChange, Failure>> {
  if (!may(actor.operator, "line.stop")) return fail({ kind: "denied", permission: "line.stop" });
  const reason = readReason(input);
  if (!reason.ok) return reason;
  const lacking = proofMissing(desk, actor);
  if (lacking !== null) return fail(lacking);
  return desk.db.transaction().execute(async (tx) => {
    const { stopped } = await lockLine(tx);
    if (stopped !== null) return ok({ hasChanged: false });
    const at = desk.now();
    await tx
      .updateTable("sending_line")
      .set({
        stopped_at: at,
        stopped_by_name: actor.operator.name,
        reason: reason.value,
        is_automatic: false,
      })
      .where("id", "=", 1)
      .execute();
    const event = { kind: "line.stopped", reason: reason.value, share: null } as const;
    await appendLineEvent(tx, at, { kind: "person", actor }, event);
    return ok({ hasChanged: true });
  });
}
