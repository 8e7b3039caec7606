import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";

import { isRunning, signal } from "@/lib/launcher/processes";
import { removeDataFolder } from "@/lib/launcher/testing/leftovers";

import { startPostgres } from "./postgres";

let parentDir: string;
beforeEach(() => {
  parentDir = fs.mkdtempSync(path.join(os.tmpdir(), "desk-pg-"));
});
afterEach(() => removeDataFolder(parentDir));

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test("a database is made, reaches the disk with every commit, and is found again after a stop", async () => {
  const first = await startPostgres({ parentDir });
  expect(first.adopted).toBe(false);
  const url = first.urlOf("postgres");
  await ask(url, "CREATE TABLE kept AS SELECT 7 AS id");
  expect(await ask(url, "SHOW fsync")).toEqual({ fsync: "on" });
  expect(await ask(url, "SHOW synchronous_commit")).toEqual({ synchronous_commit: "on" });
  expect(await ask(url, "SHOW full_page_writes")).toEqual({ full_page_writes: "on" });
  await first.stop(10_000);
  await first.ended();
  expect(isRunning(first.pid)).toBe(false);

  const second = await startPostgres({ parentDir });
  expect(second.urlOf("postgres")).toBe(url);
  expect(await ask(url, "SELECT id FROM kept")).toEqual({ id: 7 });
  await second.stop(10_000);
});

test("a server that still runs is used, not fought over", async () => {
  const first = await startPostgres({ parentDir });
  const second = await startPostgres({ parentDir });
  expect(second.adopted).toBe(true);
  expect(second.pid).toBe(first.pid);
  expect(second.urlOf("postgres")).toBe(first.urlOf("postgres"));
  await second.stop(10_000);
});

test("after the server was killed, committed rows are there and a new server serves them", async () => {
  const first = await startPostgres({ parentDir });
  await ask(first.urlOf("postgres"), "CREATE TABLE kept AS SELECT 7 AS id");
  signal(first.pid, "SIGKILL");
  await first.ended();
  const second = await startPostgres({ parentDir });
  expect(second.adopted).toBe(false);
  expect(await ask(second.urlOf("postgres"), "SELECT id FROM kept")).toEqual({ id: 7 });
  await second.stop(10_000);
});

test("an interrupted first start leaves nothing that looks like a database", async () => {
  fs.mkdirSync(path.join(parentDir, "pg18.init"));
  fs.writeFileSync(path.join(parentDir, "pg18.init", "PG_VERSION"), "18");
  const server = await startPostgres({ parentDir });
  expect(await ask(server.urlOf("postgres"), "SELECT 1 AS one")).toEqual({ one: 1 });
  await server.stop(10_000);
});

test.skipIf(process.platform === "win32")("only this account can reach the socket", async () => {
  const server = await startPostgres({ parentDir });
  const socketDir = new URL(server.urlOf("postgres")).searchParams.get("host") ?? "";
  expect(fs.statSync(socketDir).mode & 0o777).toBe(0o700);
  await server.stop(10_000);
  expect(fs.existsSync(socketDir)).toBe(false);
});
