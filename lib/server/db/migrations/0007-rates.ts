import "server-only";

import { sql } from "kysely";
import type { Kysely, Migration } from "kysely";

/**
 * How often somebody has asked of late, one row per person or address, for all instances together.
 * Unlogged: no commit waits for the disk, and after a crash everybody begins anew, which is fair.
 */
export const rates: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create unlogged table rates (
        key text primary key,
        -- When the whole allowance is there again; later by one share with every request.
        full_at timestamptz not null
      ) with (fillfactor = 50)`.execute(db);
  },
};
