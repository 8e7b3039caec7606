import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Database } from "@/lib/server/db/connect";
import { freshDatabase } from "@/lib/server/db/testing";

import { obey, wordsOf } from "./operator-command";
import { ownEnvironment } from "./own-environment";

const server = ownEnvironment()["TEST_DATABASE_URL"] ?? "";
let db: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ db, drop } = await freshDatabase(server));
});
afterAll(() => drop());

const SECRET = "a secret of the tests that is long enough";
const longPassword = "correct horse battery 1";

function operator(words: string[], password = longPassword): Promise<string> {
  return obey({ db, secret: SECRET }, wordsOf(words), () => Promise.resolve(password));
}

test("an operator is added, listed, given another role and password, disabled and enabled", async () => {
  const ana = "ana@example.com";
  expect(await operator(["list"])).toBe("There are no operators yet.");
  expect(await operator(["add", ana, "--name", "Ana López", "--role", "agent"])).toBe(
    `Ana López (${ana}) has been added.`,
  );
  expect(await operator(["list"])).toMatch(/^ana@example\.com +agent +Ana López$/);
  expect(await operator(["role", ana, "--role", "supervisor"])).toContain("the role supervisor");
  expect(await operator(["password", ana], "another long password 2")).toContain("a new password");
  expect(await operator(["disable", ana])).toContain("can no longer sign in");
  expect(await operator(["list"])).toMatch(/^\S+ +supervisor +Ana López +disabled since 2\d{3}-/);
  expect(await operator(["enable", ana])).toContain("can sign in again");
  await expect(operator(["add", ana, "--name", "Ana", "--role", "agent"])).rejects.toThrow(
    "already",
  );
});

test("what is done to an operator is on record, by the command line", async () => {
  const eva = "eva@example.com";
  await operator(["add", eva, "--name", "Eva Soto", "--role", "agent"]);
  const { id } = await db
    .selectFrom("operators")
    .select("id")
    .where("email", "=", eva)
    .executeTakeFirstOrThrow();
  const at = new Date();
  await db
    .insertInto("sessions")
    .values({
      id: randomUUID(),
      operator_id: id,
      created_at: at,
      expires_at: new Date(at.getTime() + 3_600_000),
      last_seen_at: at,
      proven_at: at,
    })
    .execute();
  expect(await operator(["sessions", "end", eva])).toContain("is signed out everywhere");
  expect(await operator(["second-factor", "reset", eva])).toContain("no second factor");
  expect(await operator(["unlock", eva])).toContain("can try to sign in again");
  await operator(["role", eva, "--role", "auditor"]);
  await operator(["disable", eva]);
  const entries = await db
    .selectFrom("journal")
    .select(["kind", "operator_name", "operator_role"])
    .where("about_operator_id", "=", id)
    .orderBy("seq")
    .execute();
  expect(entries.map(({ kind }) => kind)).toEqual([
    "operator.created",
    "session.ended",
    "second-factor.removed",
    "account.unlocked",
    "operator.role-changed",
    "operator.disabled",
  ]);
  expect(new Set(entries.map((entry) => entry.operator_name))).toEqual(new Set(["Command line"]));
});

test.each([
  [["add", "nobody", "--name", "N", "--role", "agent"], longPassword, "is not an email address"],
  [["add", "n@example.com", "--name", " ", "--role", "agent"], longPassword, "1 to 100 characters"],
  [["add", "n@example.com", "--name", "N", "--role", "king"], longPassword, "king is not a role"],
  [["add", "n@example.com", "--name", "N", "--role", "agent"], "short", "12 to 200 characters"],
  [
    ["disable", "n@example.com"],
    longPassword,
    "There is no operator with the address n@example.com",
  ],
])("%j is refused in words", async (words, password, complaint) => {
  await expect(operator(words, password)).rejects.toThrow(complaint);
});

test.each([
  [[]],
  [["add"]],
  [["sing"]],
  [["list", "n@example.com"]],
  [["add", "n@example.com", "--name", "N"]],
  [["add", "n@example.com", "--role", "agent"]],
  [["add", "n@example.com", "--colour", "red"]],
  [["sessions"]],
  [["sessions", "end"]],
  [["second-factor", "n@example.com"]],
])("%j is answered with how the command is used", (words) => {
  expect(() => wordsOf(words)).toThrow("npm run operator -- add");
});

// Each call bundles and starts programs of its own, which takes a while on a busy machine.
describe("the command as it is run", { timeout: 120_000 }, () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "desk-operator-"));
  afterAll(() => fs.rmSync(dataDir, { recursive: true }));

  function run(databaseUrl: string, words: string[]) {
    const nothingSet = { MIGO_API_URL: "", NEXTAUTH_URL: "", NEXTAUTH_SECRET: "" };
    return spawnSync(process.execPath, ["lib/launcher/run.mjs", "operator", ...words], {
      encoding: "utf8",
      input: `${longPassword}\n`,
      env: {
        ...ownEnvironment(),
        ...nothingSet,
        DATABASE_URL: databaseUrl,
        DESK_DATA_DIR: dataDir,
      },
    });
  }

  test("reads a piped password, and does not guess where to ask for one", async () => {
    const sandbox = await freshDatabase(server);
    const words = ["add", "eva@example.com", "--name", "Eva", "--role", "auditor"];
    const added = run(sandbox.url, [...words, "--password-stdin"]);
    expect(added.stdout).toBe("Eva (eva@example.com) has been added.\n");
    expect(await obey({ db: sandbox.db, secret: SECRET }, wordsOf(["list"]))).toContain(
      "eva@example.com",
    );

    const refused = run(sandbox.url, ["password", "eva@example.com"]);
    expect(refused.stderr).toContain("--password-stdin");
    expect(refused.status).toBe(1);
    await sandbox.drop();
  });

  test("does not touch a live desk's database while it is set up for the sandbox", async () => {
    const live = await freshDatabase(server);
    await obey(
      { db: live.db, secret: SECRET },
      wordsOf(["add", "a@example.com", "--name", "A", "--role", "admin"]),
      () => Promise.resolve(longPassword),
    );
    const refused = run(live.url, ["list"]);
    expect(refused.stderr).toContain("This database belongs to a live desk");
    expect(refused.status).toBe(1);
    await live.drop();
  });
});
