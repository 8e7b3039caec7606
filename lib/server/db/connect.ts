import "server-only";

import { Kysely, PostgresAdapter, PostgresDialect } from "kysely";
import pg from "pg";

import { log } from "../log";
import type { Schema } from "./schema";

export type Database = Kysely<Schema>;

const INT8_OID = 20;
pg.types.setTypeParser(INT8_OID, BigInt);

/**
 * Kysely's own lock is an advisory one, which CockroachDB and poolers in transaction mode do not
 * have; and what an adapter locks here ends before the migrations begin, because they run in a
 * transaction of their own. `migrate` takes a row lock around all of it instead.
 */
class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class DeskDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new UnlockedAdapter();
  }
}

/** A server that is gone without a word must not keep a query for ever; longer than its own limit. */
export const QUERY_TIMEOUT_MS = 20_000;

/**
 * Opens a pool on a PostgreSQL URL. The caller closes it with `destroy()`. `queryTimeoutMs` is how
 * long the driver waits for an answer; 0 is for ever.
 */
export function connect(
  databaseUrl: string,
  maxConnections = 10,
  queryTimeoutMs = QUERY_TIMEOUT_MS,
): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: "funds-desk",
    // A commit that the server acknowledged must survive a power cut, whatever the server's default.
    options: "-c synchronous_commit=on",
  });
  // Without both handlers a killed connection ends the process: one is for idle clients, the other
  // for a client that waits for something else in the middle of a transaction.
  const onLost = (error: Error) => log.warn({ reason: error.message }, "database connection lost");
  pool.on("error", onLost);
  pool.on("connect", (client) => client.on("error", onLost));
  return new Kysely<Schema>({ dialect: new DeskDialect({ pool }) });
}
