import "server-only";

import { sql } from "kysely";
import type { Migration } from "kysely";

const STATEMENTS = [
  // Notes are read newest first among everything that the journal holds.
  sql`create index journal_notes on journal (at desc, seq desc) where kind = 'operation.noted'`,
];

export const notes: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
