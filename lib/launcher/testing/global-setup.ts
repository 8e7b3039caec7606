import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { ownEnvironment } from "@/lib/launcher/own-environment";
import { startPostgres, type RunningPostgres } from "@/lib/launcher/postgres/postgres";
import { isRunning } from "@/lib/launcher/processes";

import { removeDataFolder } from "./leftovers";

const folderPrefix = "desk-vitest-";

let server: RunningPostgres | undefined;
let folder: string | undefined;

/**
 * Gives the tests a PostgreSQL of their own, the one that the desk embeds, in a folder for temporary files, and its
 * URL in TEST_DATABASE_URL (its role may create databases). With TEST_DATABASE_URL set, that server is used instead.
 */
export async function setup(): Promise<void> {
  const environment = ownEnvironment();
  if (environment["TEST_DATABASE_URL"]) return;
  await removeLeftovers();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), folderPrefix));
  fs.writeFileSync(path.join(folder, "owner.pid"), String(process.pid));
  server = await startPostgres({
    parentDir: folder,
    binDir: environment["PG_BIN_DIR"],
    // Every test file opens a pool or two.
    maxConnections: 200,
    // The data are thrown away with the run: waiting for the disk would only make it slower.
    durable: false,
  });
  // A Ctrl-C ends vitest without its teardown; this much can be done at once.
  process.once("exit", server.kill);
  Object.assign(environment, { TEST_DATABASE_URL: server.urlOf("postgres") });
}

export async function teardown(): Promise<void> {
  if (server) process.off("exit", server.kill);
  await server?.stop(5_000);
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
}

/** A run that was killed leaves its server behind: the next one ends it. */
async function removeLeftovers(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const leftover = path.join(os.tmpdir(), name);
    const ownerFile = path.join(leftover, "owner.pid");
    if (!name.startsWith(folderPrefix) || !fs.existsSync(ownerFile)) continue;
    if (isRunning(Number(fs.readFileSync(ownerFile, "utf8")))) continue;
    await removeDataFolder(leftover);
  }
}
