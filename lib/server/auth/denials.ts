import "server-only";

import { CardId } from "@/lib/domain/ids";
import type { Permission } from "@/lib/domain/operator";

import type { Access } from "../access-log";
import type { Actor, Desk, Origin } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { appendOnceAMinute } from "../journal/append-once-a-minute";
import { log } from "../log";

/** Writes down that somebody asked for what their role does not allow, where, and about what. */
export async function recordDenial(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  { door, objects }: Pick<Access, "door" | "objects">,
): Promise<void> {
  const cardId = CardId.safeParse(objects["cardId"]);
  await appendAccessEvent(
    desk.db,
    desk.now(),
    { kind: "person", actor },
    { kind: "access.denied", permission, door, objects: { ...objects } },
    cardId.success ? { cardId: cardId.data } : {},
  );
}

/** Anybody can knock at the door, as often as they like: the journal has no more than this of it. */
const MOST_IN_A_MINUTE = 60;
let counted = { minute: 0, count: 0 };

/**
 * Writes down that a request was turned away which no page of ours makes. Once a minute for an address
 * and a cause, and `MOST_IN_A_MINUTE` of this process in all; the log has every one of them. Never
 * fails and is not waited for: whoever was turned away has their answer.
 *
 * @param path the address without anything that a person may have typed into it
 */
export async function recordRefusedRequest(
  desk: Desk,
  origin: Origin,
  cause: string,
  path: string,
): Promise<void> {
  const minute = Math.floor(desk.now().getTime() / 60_000);
  if (counted.minute !== minute) counted = { minute, count: 0 };
  if (counted.count >= MOST_IN_A_MINUTE) return;
  try {
    // What repeats itself is not written, and must not keep out what others do.
    const isWritten = await appendOnceAMinute(
      desk,
      ["refused", origin.address, cause].join(" "),
      { kind: "nobody", origin },
      { kind: "request.refused", cause, path: path.slice(0, 200) },
    );
    if (isWritten) counted.count += 1;
  } catch (error) {
    // It was turned away; only its entry is lost, and the log has it.
    log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "entry not written");
  }
}
