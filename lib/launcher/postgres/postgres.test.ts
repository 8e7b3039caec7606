import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { Client } from "pg";
import { expect, test } from "vitest";

import { startPostgres } from "./postgres";

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test("a database is made, kept over a stop, and durable", async () => {
  const parentDir = fs.mkdtempSync(path.join(os.tmpdir(), "desk-pg-"));
  const first = await startPostgres({ parentDir });
  expect(first.adopted).toBe(false);
  await ask(first.urlOf("postgres"), "CREATE TABLE kept (id int)");
  expect(await ask(first.urlOf("postgres"), "SHOW fsync")).toEqual({ fsync: "on" });
  await first.stop(10_000);
  await first.ended;
  const second = await startPostgres({ parentDir });
  expect(await ask(second.urlOf("postgres"), "SELECT count(*)::int AS n FROM kept")).toEqual({
    n: 0,
  });
  await second.stop(10_000);
  fs.rmSync(parentDir, { recursive: true });
});
