import "server-only";

import { Migrator } from "kysely";

import { connect } from "./connect";
import { desk } from "./migrations/0001-desk";

const MIGRATIONS = { "0001-desk": desk };

/**
 * Brings the database at this URL to the current schema. Several processes may ask at once: they
 * wait for each other on a row lock. Throws when a migration fails; nothing of it stays then.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl, 2);
  try {
    const provider = { getMigrations: () => Promise.resolve(MIGRATIONS) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error("Migration failed.");
  } finally {
    await db.destroy();
  }
}
