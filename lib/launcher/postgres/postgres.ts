import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import { openLogFile } from "@/lib/launcher/log-file";
import { freePort } from "@/lib/launcher/ports";
import { Problem } from "@/lib/launcher/problem";
import { isRunning, livenessOf, signal } from "@/lib/launcher/processes";
import { sleep, waitUntil } from "@/lib/launcher/waiting";

import { findBinaries, type Binaries } from "./binaries";
import { createDataFolder, createSocketFolder, embeddedUser, passwordFileOf } from "./data-folder";
import { clearStalePidFile, livingPostmaster, type Postmaster } from "./postmaster";
import { runAs } from "./run-as";

export type PostgresOptions = {
  /** The folder that holds the data folder (`pg18`) and the log. */
  readonly parentDir: string;
  readonly binDir?: string | undefined;
  /** Only find a server that runs: what to throw when there is none. */
  readonly onlyRunning?: Problem;
  readonly maxConnections?: number;
  /** False only for a database that is thrown away: its commits do not wait for the disk. */
  readonly durable?: boolean;
};

export type RunningPostgres = {
  readonly pid: number;
  /** Whether it was running before we came. */
  readonly adopted: boolean;
  /** The URL of a database of this server. */
  readonly urlOf: (database: string) => string;
  /** Looks from now on until the server has ended, whoever ended it. */
  readonly ended: () => Promise<void>;
  /** Ends it: fast, then at once, then by force; each gets a part of the time. */
  readonly stop: (timeoutMs: number) => Promise<void>;
  /** Ends it at once; the next start recovers what its checkpoint lacks. */
  readonly kill: () => void;
};

/** How long a start may take: a recovery after a crash reads back what the last checkpoint had not yet written. */
const startTimeoutMs = 60_000;

/**
 * Starts PostgreSQL on its own data folder, making that first if need be, or finds the server that still runs on it.
 * Nobody but this account can reach it: a unix socket in a private folder, on Windows loopback and a password.
 * Throws a Problem when it does not start.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const binaries = await findBinaries(options.binDir);
  fs.mkdirSync(options.parentDir, { recursive: true });
  const parentDir = fs.realpathSync(options.parentDir);
  const dataDir = path.join(parentDir, `pg${binaries.major}`);
  const passwordFile = process.platform === "win32" ? passwordFileOf(dataDir) : undefined;
  if (options.onlyRunning && !livingPostmaster(dataDir)) throw options.onlyRunning;
  createDataFolder(binaries, dataDir, { durable: options.durable ?? true, passwordFile });

  // One that is on its way out cannot be kept.
  await waitUntil(() => livingPostmaster(dataDir)?.status !== "stopping", startTimeoutMs);
  const adopted = livingPostmaster(dataDir) !== undefined;
  const logFile = path.join(parentDir, "log", "postgres.log");
  const hasEnded = adopted ? () => false : await launch(binaries, dataDir, logFile, options);
  const postmaster = await waitUntilReady(dataDir, logFile, hasEnded);
  return {
    pid: postmaster.pid,
    adopted,
    urlOf: (database) => urlOf(postmaster, database, passwordFile),
    ended: () => endOf(postmaster.pid),
    stop: async (timeoutMs) => {
      await stopServer(binaries, dataDir, postmaster.pid, timeoutMs);
      if (postmaster.socketDir) fs.rmSync(postmaster.socketDir, { recursive: true, force: true });
    },
    kill: () => signal(postmaster.pid, "SIGQUIT"),
  };
}

function settingsOf(options: PostgresOptions): string[] {
  const onOrOff = options.durable === false ? "off" : "on";
  return [
    `fsync=${onOrOff}`,
    `synchronous_commit=${onOrOff}`,
    `full_page_writes=${onOrOff}`,
    `max_connections=${options.maxConnections ?? 40}`,
    // A desk's data fit in the operating system's cache; a small pool keeps the whole desk small.
    "shared_buffers=48MB",
    "max_wal_senders=0",
    "max_logical_replication_workers=0",
    "wal_level=minimal",
    "max_wal_size=256MB",
    // Processes fewer, which a local disk and a few clerks do not need.
    "io_method=sync",
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_min_messages=warning",
  ].flatMap((setting) => ["-c", setting]);
}

/** Starts the server; the answer tells whether it has already ended again. */
async function launch(
  binaries: Binaries,
  dataDir: string,
  logFile: string,
  options: PostgresOptions,
): Promise<() => boolean> {
  if (!(await clearStalePidFile(dataDir))) {
    throw new Problem(
      `Processes of an earlier PostgreSQL still work in ${dataDir} and do not end.`,
    );
  }
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  if (process.platform === "win32") {
    startOnWindows(binaries, dataDir, logFile, [...settingsOf(options), ...(await loopback())]);
    return () => livingPostmaster(dataDir) === undefined;
  }
  const socketDir = createSocketFolder(dataDir);
  const { prefix, identity } = runAs(dataDir);
  const words = [...prefix, binaries.postgres, "-D", dataDir, "-k", socketDir];
  words.push("-c", "listen_addresses=", ...settingsOf(options));
  const log = openLogFile(logFile);
  const [program = "", ...rest] = words;
  // Its own process group: a Ctrl-C in the terminal must reach it last, after the desk has drained.
  const child = spawn(program, rest, { ...identity, detached: true, stdio: ["ignore", log, log] });
  fs.closeSync(log);
  let hasEnded = false;
  child.once("exit", () => (hasEnded = true));
  child.once("error", () => (hasEnded = true));
  child.unref();
  return () => hasEnded;
}

/** `pg_ctl` sheds an administrator's rights, which PostgreSQL refuses, and leaves the server running by itself. */
function startOnWindows(binaries: Binaries, dataDir: string, logFile: string, settings: string[]) {
  const words = ["start", "-D", dataDir, "-l", logFile, "-w", "-o", settings.join(" ")];
  spawnSync(binaries.pgCtl, words, { stdio: "ignore", windowsHide: true });
}

async function loopback(): Promise<string[]> {
  return ["-c", "listen_addresses=127.0.0.1", "-c", `port=${await freePort()}`];
}

async function waitUntilReady(
  dataDir: string,
  logFile: string,
  hasEnded: () => boolean,
): Promise<Postmaster> {
  const isReady = () => livingPostmaster(dataDir)?.status === "ready";
  await waitUntil(() => isReady() || hasEnded(), startTimeoutMs);
  const postmaster = livingPostmaster(dataDir);
  if (postmaster?.status === "ready") return postmaster;
  throw new Problem(`PostgreSQL did not start. The end of ${logFile}:\n${tailOf(logFile)}`);
}

function tailOf(logFile: string): string {
  if (!fs.existsSync(logFile)) return "(there is no log)";
  return fs.readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-8).join("\n");
}

function urlOf(postmaster: Postmaster, database: string, passwordFile: string | undefined) {
  if (passwordFile) {
    const password = fs.readFileSync(passwordFile, "utf8").trim();
    return `postgres://${embeddedUser}:${password}@127.0.0.1:${postmaster.port}/${database}`;
  }
  const query = new URLSearchParams({ host: postmaster.socketDir });
  return `postgres://${embeddedUser}@localhost:${postmaster.port}/${database}?${query}`;
}

async function endOf(pid: number): Promise<void> {
  while (isRunning(pid)) await sleep(500);
}

async function stopServer(
  binaries: Binaries,
  dataDir: string,
  pid: number,
  timeoutMs: number,
): Promise<void> {
  const isOver = () => livenessOf(pid) !== "running";
  if (process.platform === "win32") {
    const seconds = String(Math.ceil(timeoutMs / 1_000));
    const words = ["stop", "-D", dataDir, "-m", "fast", "-t", seconds];
    spawnSync(binaries.pgCtl, words, { stdio: "ignore", windowsHide: true });
    return;
  }
  // SIGINT ends sessions and writes a checkpoint; SIGQUIT leaves the rest to the recovery of the next start.
  for (const [name, share] of [
    ["SIGINT", 0.6],
    ["SIGQUIT", 0.2],
    ["SIGKILL", 0.2],
  ] as const) {
    if (isOver()) return;
    signal(pid, name);
    if (await waitUntil(isOver, timeoutMs * share)) return;
  }
}
