import "server-only";

import { sql } from "kysely";

import type { AccessEvent } from "@/lib/domain/access";

import type { Desk } from "../desk";
import { accessEntryOf } from "./append";
import type { AccessSubject, Author } from "./append";

const ONCE_IN_MS = 60_000;

/**
 * As `appendAccessEvent`, but only when nothing has been written under this key for a minute, by any
 * instance: a page that stays open reads the same thing again and again. In one statement, so that of
 * two at once one writes. Says whether it was this one.
 */
export async function appendOnceAMinute(
  desk: Desk,
  key: string,
  author: Author,
  event: AccessEvent,
  subject: AccessSubject = {},
): Promise<boolean> {
  const now = desk.now();
  const long = new Date(now.getTime() - ONCE_IN_MS);
  const entry = accessEntryOf(now, author, event, subject);
  // Looked for before it is written: most of the time there is nothing to write at all.
  const { numAffectedRows } = await sql`
    with due as (
      insert into recent_entries (key, at)
      select ${key}, ${now}::timestamptz
       where not exists (select from recent_entries where key = ${key} and at > ${long})
      on conflict (key) do update set at = excluded.at where recent_entries.at <= ${long}
      returning key
    )
    insert into journal
      (at, kind, operation_id, card_id, operator_id, operator_name, operator_role, address,
       request_id, session_id, about_operator_id, data)
    select ${entry.at}::timestamptz, ${entry.kind}, null, ${entry.card_id},
           ${entry.operator_id}::uuid, ${entry.operator_name}, ${entry.operator_role},
           ${entry.address}, ${entry.request_id}::uuid, ${entry.session_id}::uuid,
           ${entry.about_operator_id}::uuid, ${entry.data}::jsonb
      from due`.execute(desk.db);
  return numAffectedRows === 1n;
}

/** Removes the keys that keep nothing from being written any more. */
export async function sweepRecentEntries({ db, now }: Pick<Desk, "db" | "now">): Promise<void> {
  const long = new Date(now().getTime() - ONCE_IN_MS);
  await db.deleteFrom("recent_entries").where("at", "<=", long).execute();
}
