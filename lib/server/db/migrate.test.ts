import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { env } from "node:process";

import { build } from "esbuild";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";

import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { connect } from "./connect";
import { migrate } from "./migrate";

let test: TestDesk;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());

const PROCESSES = 4;

/** A program that waits for a word, migrates, and says how it went. */
async function migratingProgram(folder: string): Promise<string> {
  const outfile = path.join(folder, "migrate.mjs");
  await build({
    stdin: {
      contents: `import { migrate } from "@/lib/server/db/migrate";
        process.once("message", async () => {
          try { await migrate(process.env.DATABASE_URL); process.exit(0); }
          catch (error) { console.error(error); process.exit(1); }
        });
        process.send("ready");`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { "@": process.cwd() },
    plugins: [
      {
        name: "server-only",
        setup(bundler) {
          bundler.onResolve({ filter: /^server-only$/ }, () => ({
            path: "server-only",
            namespace: "empty",
          }));
          bundler.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
        },
      },
    ],
  });
  return outfile;
}

describe("migrating", () => {
  it("works when four processes begin on an empty database at the same moment", async () => {
    const server = env["TEST_DATABASE_URL"] ?? "";
    const name = `desk_test_${randomBytes(6).toString("hex")}`;
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    // Below the project, so that the program finds its packages.
    const folder = await fs.mkdtemp(path.join(process.cwd(), "node_modules", ".migrate-test-"));
    onTestFinished(() => fs.rm(folder, { recursive: true }));
    const program = await migratingProgram(folder);
    const children = Array.from({ length: PROCESSES }, () =>
      fork(program, {
        env: { ...env, DATABASE_URL: url.href },
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      }),
    );
    await Promise.all(children.map((child) => once(child, "message")));
    const exits = children.map((child) => once(child, "exit"));
    for (const child of children) child.send("go");
    expect((await Promise.all(exits)).map(([code]: unknown[]) => code)).toEqual(
      Array.from({ length: PROCESSES }, () => 0),
    );
    const db = connect(url.href, 1);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    const written = await fs.readdir("lib/server/db/migrations");
    const names = written.map((file) => file.replace(/\.ts$/, ""));
    expect(rows.map((row) => row.name)).toEqual(names.toSorted());
    await db.destroy();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });

  it("again changes nothing", async () => {
    const before = await sql`select name, timestamp from kysely_migration`.execute(test.db);
    await migrate(test.databaseUrl);
    expect((await sql`select name, timestamp from kysely_migration`.execute(test.db)).rows).toEqual(
      before.rows,
    );
  });

  it("throws for a database that cannot be reached", async () => {
    await expect(migrate(`postgres://nobody@127.0.0.1:1/${os.hostname()}`)).rejects.toThrow();
  });
});

describe("the journal", () => {
  const insert = () =>
    test.db
      .insertInto("journal")
      .values({
        at: test.clock.now(),
        kind: "operation.checked",
        operation_id: null,
        card_id: null,
        operator_id: null,
        operator_name: "x",
        operator_role: "desk",
        data: "{}",
      })
      .execute();

  it.each([
    ["update", sql`update journal set operator_name = 'somebody else'`],
    ["delete", sql`delete from journal`],
    ["truncate", sql`truncate journal`],
    ["truncate by another table", sql`truncate operations, journal cascade`],
    ["merge", sql`merge into journal using (select 1) one on true when matched then delete`],
    [
      "insert over a row",
      sql`insert into journal overriding system value select * from journal on conflict (seq) do update set kind = 'operation.applied'`,
    ],
  ])("refuses %s, from its owner too", async (_, statement) => {
    await insert();
    const before = await sql<{
      text: string;
    }>`select journal::text as text from journal order by seq`.execute(test.db);
    await expect(statement.execute(test.db)).rejects.toThrow("append-only");
    expect(
      (await sql`select journal::text as text from journal order by seq`.execute(test.db)).rows,
    ).toEqual(before.rows);
  });
});

describe("the connection", () => {
  it("waits for the disk at every commit, whatever the server's default", async () => {
    const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(
      test.db,
    );
    expect(rows).toEqual([{ synchronous_commit: "on" }]);
  });

  it("survives that the server ends it, idle or in the middle of a transaction", async () => {
    const db = connect(test.databaseUrl, 2);
    const lost = db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(test.db);
      await sql`select 1`.execute(tx);
    });
    await expect(lost).rejects.toThrow();
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });

  it("gives amounts as exact integers", async () => {
    const { rows } = await sql<{ units: bigint }>`select 9007199254740993::bigint as units`.execute(
      test.db,
    );
    expect(rows[0]?.units).toBe(9_007_199_254_740_993n);
  });
});
