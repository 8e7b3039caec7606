import "server-only";

import { sql } from "kysely";
import type { Migration } from "kysely";

const STATEMENTS = [
  // Reasons to go on are read among the notes, newest first; few operations have one.
  sql`create index journal_reasons on journal (at desc, seq desc)
    where kind = 'operation.intended' and data ->> 'goOnReason' is not null`,
];

export const reasons: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
