import { Client, Pool, type PoolClient } from "pg";

/** Where the sandbox reports what it could not answer properly; main.ts writes it to stderr. */
export type Report = (problem: string, cause: unknown) => void;

/** A pool whose every wait has an end, and that survives the loss of a connection. */
export function openPool(databaseUrl: string, report: Report): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: "sandbox-issuer",
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  pool.on("error", (error) => report("An idle database connection was lost.", error));
  // Without a listener on the client itself, a backend that dies inside a transaction ends the process.
  pool.on("connect", (client) => {
    client.on("error", (error) => report("A database connection was lost.", error));
  });
  return pool;
}

/** A single connection for the migration, which may wait for another process to finish its own. */
export async function withClient<T>(
  databaseUrl: string,
  report: Report,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: "sandbox-issuer-migration",
    connectionTimeoutMillis: 10_000,
    statement_timeout: 120_000,
  });
  client.on("error", (error) => report("The migration's database connection was lost.", error));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** All of `work` or nothing of it. An error rolls back and is thrown on. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    broken = false;
    return result;
  } finally {
    // A connection that failed is closed, not reused: that rolls back whatever was open on it.
    client.release(broken);
  }
}
