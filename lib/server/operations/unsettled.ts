import "server-only";

import { sql } from "kysely";
import type { RawBuilder } from "kysely";

/** What part of the shift's list: all, what waits for a supervisor, what has waited for long. */
export const UNSETTLED_KINDS = ["all", "proposed", "old"] as const;
export type UnsettledKind = (typeof UNSETTLED_KINDS)[number];

/** An answer takes seconds: one that is on its way for longer is worth a look. */
const LONG_ON_ITS_WAY_MS = 30_000;
/** From here on an operation has waited for long. */
export const OLD_MS = 1_800_000;

/** Since when an operation has waited for its outcome. */
export const waitingSince: RawBuilder<Date> = sql`coalesce(unknown_since, created_at)`;

/** Unknown, or on its way for long: what the shift's list holds. */
export function isUnsettled(now: Date): RawBuilder<boolean> {
  const sentBefore = new Date(now.getTime() - LONG_ON_ITS_WAY_MS);
  return sql`(status = 'unknown' or (status = 'intended' and created_at < ${sentBefore}::timestamptz))`;
}

/** Whether an unsettled operation belongs to this part of the list. */
export function isOfKind(kind: UnsettledKind, now: Date): RawBuilder<boolean> {
  switch (kind) {
    case "all":
      return sql`true`;
    case "proposed":
      return sql`proposal is not null`;
    case "old":
      return sql`${waitingSince} < ${new Date(now.getTime() - OLD_MS)}::timestamptz`;
  }
}
