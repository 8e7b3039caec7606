import "server-only";

import { sql } from "kysely";
import type { Kysely, Migration } from "kysely";

/**
 * An address is one account's among those with a password of ours, where people sign in with it. At a
 * provider it is only what it says of a person: a team that moves there has both for a while.
 */
export const ownAddresses: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`drop index operators_email`.execute(db);
    await sql`
      create unique index operators_own_email on operators (lower(email))
        where provider_subject is null`.execute(db);
  },
};
