import "server-only";

import PgBoss from "pg-boss";
import pg from "pg";

import { QUERY_TIMEOUT_MS } from "../db/connect";
import { log } from "../log";

/** A schema of the queue's own: nothing of it is the journal's. */
const SCHEMA = "settling_queue";
export const QUEUE = "look-for-operation";
const MAX_CONNECTIONS = 3;
const HOUR_SECONDS = 3_600;

export interface QueueDatabase {
  readonly boss: PgBoss;
  readonly close: () => Promise<void>;
}

/**
 * The queue over connections of its own. It sends whole transactions as one text, and one that fails
 * half-way leaves its connection within a failed transaction: such a connection is thrown away, and
 * must not be one that the journal uses.
 */
export function openQueue(databaseUrl: string, { migrate }: { migrate: boolean }): QueueDatabase {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: "funds-desk-settling",
  });
  const onLost = (error: Error) => log.warn({ reason: error.message }, "queue connection lost");
  pool.on("error", onLost);
  pool.on("connect", (client) => client.on("error", onLost));
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(pool, text, values) },
    schema: SCHEMA,
    migrate,
    schedule: false,
    archiveCompletedAfterSeconds: HOUR_SECONDS,
    deleteAfterDays: 1,
  });
  boss.on("error", (error) => log.warn({ reason: error.message }, "settling queue"));
  return {
    boss,
    async close() {
      await boss.stop({ graceful: true, wait: true, timeout: 5_000 });
      await pool.end();
    },
  };
}

async function execute(pool: pg.Pool, text: string, values: unknown[] | undefined) {
  const client = await pool.connect();
  let isBroken = true;
  try {
    const result = await client.query<Record<string, unknown>>(text, values);
    isBroken = false;
    return result;
  } finally {
    client.release(isBroken);
  }
}

/**
 * Creates or updates the queue's tables. Not safe for several at once, so it is part of the migration,
 * which has its turn; the servers only check that it was done.
 */
export async function prepareQueue(databaseUrl: string): Promise<void> {
  const { boss, close } = openQueue(databaseUrl, { migrate: true });
  try {
    await boss.start();
    await boss.createQueue(QUEUE, {
      name: QUEUE,
      // One job per operation waits at most; the next one may wait while it is worked on.
      policy: "short",
      retryLimit: 0,
      expireInSeconds: 120,
    });
  } finally {
    await close();
  }
}
