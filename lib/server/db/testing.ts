import "server-only";

import { randomBytes } from "node:crypto";

import pg from "pg";

import { connect } from "./connect";
import type { Database } from "./connect";
import { migrate } from "./migrate";

/**
 * A fresh, migrated database on the server that the test run started, and a way to drop it. Tests
 * only: the server's address comes from the test run's own setup.
 */
export async function freshDatabase(
  serverUrl: string,
): Promise<{ db: Database; url: string; drop: () => Promise<void> }> {
  const name = `desk_test_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `create database ${name}`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const url = address.toString();
  await migrate(url);
  const db = connect(url);
  const drop = async () => {
    await db.destroy();
    await onServer(serverUrl, `drop database ${name} with (force)`);
  };
  return { db, url, drop };
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
