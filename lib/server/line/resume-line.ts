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
 * Lets the desk send again, with a reason, whoever had stopped it. Nothing is sent by this: what
 * could not be sent meanwhile is in the drafts of those who wrote it. It takes a fresh proof of who
 * asks (`step-up`).
 */
export async function resumeLine(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<Result<LineChange, Failure>> {
  if (!may(actor.operator, "line.resume")) {
    return fail({ kind: "denied", permission: "line.resume" });
  }
  const reason = readReason(input);
  if (!reason.ok) return reason;
  const lacking = proofMissing(desk, actor);
  if (lacking !== null) return fail(lacking);
  return desk.db.transaction().execute(async (tx) => {
    const { stopped } = await lockLine(tx);
    if (stopped === null) return ok({ hasChanged: false });
    const at = desk.now();
    await tx
      .updateTable("sending_line")
      .set({ stopped_at: null, stopped_by_name: null, reason: null, is_automatic: false })
      .where("id", "=", 1)
      .execute();
    const event = { kind: "line.resumed", reason: reason.value } as const;
    await appendLineEvent(tx, at, { kind: "person", actor }, event);
    return ok({ hasChanged: true });
  });
}
