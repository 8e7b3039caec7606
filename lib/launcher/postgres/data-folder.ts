import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { Problem } from "@/lib/launcher/problem";

import type { Binaries } from "./binaries";
import { runAs } from "./run-as";

/** The role that owns everything in an embedded database. */
export const embeddedUser = "desk";

/** The longest path of a unix socket on macOS and the BSDs, the shortest of all (Linux: 107). */
const socketPathLimit = 103;

/**
 * Makes the data folder of a new database. It comes to its name only when it is whole, so that an interrupted
 * start leaves nothing that looks like a database. The password is asked for on TCP only, that is, on Windows.
 */
export function createDataFolder(
  binaries: Binaries,
  dataDir: string,
  options: { readonly durable: boolean; readonly passwordFile: string | undefined },
): void {
  if (fs.existsSync(path.join(dataDir, "PG_VERSION"))) return;
  const unfinished = `${dataDir}.init`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const { prefix, identity } = runAs(dataDir);
  if (identity) fs.chownSync(unfinished, identity.uid, identity.gid);

  const words = [...prefix, binaries.initdb, "-D", unfinished, "-U", embeddedUser, "-E", "UTF8"];
  words.push("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
  if (options.passwordFile) words.push("-A", "scram-sha-256", `--pwfile=${options.passwordFile}`);
  else words.push("-A", "trust");
  if (!options.durable) words.push("--no-sync");

  const [program = "", ...rest] = words;
  const made = spawnSync(program, rest, { ...identity, encoding: "utf8", windowsHide: true });
  if (made.status !== 0) {
    const said = made.error?.message ?? (made.stderr || made.stdout);
    throw new Problem(`A database could not be made in ${dataDir}.\n${said.trim()}${hint(said)}`);
  }
  fs.renameSync(unfinished, dataDir);
}

function hint(said: string): string {
  return /permission denied|EACCES/i.test(said)
    ? "\nRun the desk as an ordinary user who owns this folder, or set DATABASE_URL to a PostgreSQL server."
    : "";
}

/** A password that only this machine's account can read, made once. */
export function passwordFileOf(dataDir: string): string {
  const file = `${dataDir}.password`;
  if (!fs.existsSync(file))
    fs.writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return file;
}

/**
 * Makes a private folder for the socket: the data folder's own path may be too long for one. To be called only
 * while no server runs on the data.
 */
export function createSocketFolder(dataDir: string): string {
  const name = `desk-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  const fits = (parent: string) =>
    path.join(parent, name, ".s.PGSQL.5432.lock").length <= socketPathLimit;
  const parent = fits(os.tmpdir()) ? os.tmpdir() : "/tmp";
  const folder = path.join(parent, name);
  const { identity } = runAs(dataDir);
  try {
    // Nobody runs on these data now: a lock file in there is left from a kill, and may name a zombie for ever.
    fs.rmSync(folder, { recursive: true, force: true });
    // It must not exist: what somebody else has put there may be read by them.
    fs.mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    throw new Problem(
      `The folder for the database's socket, ${folder}, cannot be made anew (${String(error)}). ` +
        "If it belongs to somebody else, have it removed or set TMPDIR.",
    );
  }
  if (identity) fs.chownSync(folder, identity.uid, identity.gid);
  return folder;
}
