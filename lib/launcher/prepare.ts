import pg from "pg";

import { connect } from "@/lib/server/db/connect";
import { migrate } from "@/lib/server/db/migrate";
import { DEMO_OPERATORS } from "@/lib/server/operators/demo";
import { listOperators } from "@/lib/server/operators/manage-operators";
import { seedDemoOperators } from "@/lib/server/operators/seed-demo";

import { ownEnvironment } from "./own-environment";
import { explain, Problem } from "./problem";

try {
  await prepare(ownEnvironment()["DATABASE_URL"] ?? "");
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

async function prepare(databaseUrl: string): Promise<void> {
  const isSandbox = process.argv.includes("sandbox");
  if (process.argv.includes("--create-database")) await createDatabase(databaseUrl);
  else await reach(databaseUrl);
  await migrate(databaseUrl);
  await refuseOtherKind(databaseUrl, isSandbox);
  if (isSandbox) await seedDemoOperators(databaseUrl);
}

/** Makes the embedded server's database of the URL's name, unless it is there. */
async function createDatabase(databaseUrl: string): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const serverUrl = new URL(databaseUrl);
  serverUrl.pathname = "/postgres";
  const client = new pg.Client({ connectionString: serverUrl.href });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** A server of somebody's own may be away, or refuse us: that is no bug, and the URL with its password is not shown. */
async function reach(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(`The server that DATABASE_URL names cannot be used: ${reason}.`);
  }
}

/**
 * A database belongs to the sandbox or to real money for good, and the demo people tell which: their password is
 * public, and a journal that mixes both kinds of operation is worth nothing.
 */
async function refuseOtherKind(databaseUrl: string, isSandbox: boolean): Promise<void> {
  const db = connect(databaseUrl, 1);
  try {
    const people = await listOperators(db);
    const hasDemoPeople = people.some(({ email }) =>
      DEMO_OPERATORS.some((demo) => demo.email === email),
    );
    if (!isSandbox && hasDemoPeople) {
      throw new Problem(
        "This database has been used on the sandbox: it holds the demo people, whose password is public. " +
          "A live desk needs a database of its own in DATABASE_URL.",
      );
    }
    if (isSandbox && people.length > 0 && !hasDemoPeople) {
      throw new Problem(
        "This database belongs to a live desk, but MIGO_API_URL is not set, so this desk would run on the sandbox. " +
          "Set MIGO_API_URL, or name another database in DATABASE_URL.",
      );
    }
  } finally {
    await db.destroy();
  }
}
