import "server-only";

import { LineEvent } from "@/lib/domain/journal";
import { may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";

/** One time that sending was stopped or started again. */
export interface LineEntry {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly event: LineEvent;
}

/** When sending was stopped and started again, newest first, as the journal has it. */
export async function listLineEvents(
  { db }: Desk,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly LineEntry[]> {
  if (!may(actor.operator, "line.read")) return [];
  const rows = await db
    .selectFrom("journal")
    .select(["seq", "at", "operator_name", "kind", "data"])
    .where("kind", "in", ["line.stopped", "line.resumed"])
    .orderBy("seq", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ seq, at, operator_name: by, kind, data }) => {
    const event = LineEvent.parse({ ...asObject(data), kind });
    return { id: String(seq), at, by, event };
  });
}

function asObject(data: unknown): object {
  return typeof data === "object" && data !== null ? data : {};
}
