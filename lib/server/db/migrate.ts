import "server-only";

import { Migrator, sql } from "kysely";
import pg from "pg";

import { prepareQueue } from "../settling/queue-database";
import { connect } from "./connect";
import type { Database } from "./connect";
import { desk } from "./migrations/0001-desk";
import { exactlyOnce } from "./migrations/0002-exactly-once";
import { lineHistory } from "./migrations/0003-line-history";
import { notes } from "./migrations/0004-notes";
import { reasons } from "./migrations/0005-reasons";
import { people } from "./migrations/0006-people";
import { rates } from "./migrations/0007-rates";
import { reads } from "./migrations/0008-reads";
import { ownAddresses } from "./migrations/0009-own-addresses";

const MIGRATIONS = {
  "0001-desk": desk,
  "0002-exactly-once": exactlyOnce,
  "0003-line-history": lineHistory,
  "0004-notes": notes,
  "0005-reasons": reasons,
  "0006-people": people,
  "0007-rates": rates,
  "0008-reads": reads,
  "0009-own-addresses": ownAddresses,
};

/**
 * Brings the database at this URL to the current schema. Several processes may ask at once: they
 * wait for each other on a row lock. Throws when a migration fails; nothing of it stays then.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  // Two connections: one holds the turn, the other migrates.
  const db = connect(databaseUrl, 2, 0);
  try {
    const provider = { getMigrations: () => Promise.resolve(MIGRATIONS) };
    await inTurn(db, async () => {
      const { error } = await new Migrator({ db, provider }).migrateToLatest();
      if (error !== undefined) {
        throw error instanceof Error ? error : new Error("Migration failed.");
      }
      await prepareQueue(databaseUrl);
    });
  } finally {
    await db.destroy();
  }
}

/** Runs `work` while no other process does; the turn ends with its transaction, also by a crash. */
async function inTurn<T>(db: Database, work: () => Promise<T>): Promise<T> {
  await prepareTurn(db);
  return db.transaction().execute(async (tx) => {
    // Whoever waits, waits as long as a migration takes, and the turn is idle all that time.
    await sql`set local lock_timeout = 0`.execute(tx);
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
    await sql`select id from migration_turn for update`.execute(tx);
    return work();
  });
}

async function prepareTurn(db: Database): Promise<void> {
  try {
    await sql`create table if not exists migration_turn (id integer primary key)`.execute(db);
  } catch (error) {
    // Two that create it at once may both find it missing; the second is told so by an index of the
    // catalogue or, a moment later, by a look at it.
    if (!(error instanceof pg.DatabaseError) || !ALREADY_THERE.has(error.code ?? "")) throw error;
  }
  await sql`insert into migration_turn values (1) on conflict do nothing`.execute(db);
}

/** A unique violation, a table that exists. */
const ALREADY_THERE: ReadonlySet<string> = new Set(["23505", "42P07"]);
