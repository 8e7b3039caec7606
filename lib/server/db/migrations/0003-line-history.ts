import "server-only";

import { sql } from "kysely";
import type { Migration } from "kysely";

export const lineHistory: Migration = {
  async up(db) {
    // The few entries about the desk as a whole, among the many about cards: every unknown outcome
    // asks for the last time that sending was started again.
    await sql`create index journal_of_desk on journal (seq) where card_id is null`.execute(db);
  },
};
