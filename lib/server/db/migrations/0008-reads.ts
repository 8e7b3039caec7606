import "server-only";

import { sql } from "kysely";
import type { Migration } from "kysely";

const STATEMENTS = [
  // What was written into the journal of late and need not be written again, for all instances together.
  // Unlogged: what is lost in a crash is written once more.
  sql`create unlogged table recent_entries (
    key text primary key,
    at timestamptz not null
  ) with (fillfactor = 50)`,
  // Reads of a card are many, and what happened on it is asked for with each of them.
  sql`drop index journal_by_card`,
  sql`create index journal_operations_by_card on journal (card_id, seq)
    where operation_id is not null`,
  sql`create index journal_reads_by_card on journal (card_id, seq)
    where operation_id is null and card_id is not null`,
];

export const reads: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
