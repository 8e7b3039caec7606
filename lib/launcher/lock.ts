import fs from "node:fs";
import path from "node:path";

import { z } from "zod";

import { Problem } from "./problem";
import { birthOf, isRunning, signal } from "./processes";
import { waitUntil } from "./waiting";

const processRecord = z.object({ pid: z.number(), birth: z.string().optional() });
const lockRecord = processRecord.extend({
  /** What holds the data folder: "The desk at http://localhost:3000". */
  holder: z.string(),
  children: z.array(processRecord),
});
type ProcessRecord = z.infer<typeof processRecord>;
type LockRecord = z.infer<typeof lockRecord>;

export type Lock = {
  /** Writes down a child, so that the next start can wait for it if we are killed. */
  readonly noteChild: (pid: number) => void;
  readonly release: () => void;
};

/** Longer than a child needs to drain after the launcher's death. */
const drainTimeoutMs = 9_000;

/**
 * Takes a data folder for this process: two desks on one database would each believe the other's half-sent
 * operations to be dead. Throws a Problem when a living process has it. After a launcher that was killed, waits for
 * the children it left, which end by themselves, and ends them if they do not.
 */
export async function takeLock(
  dataDir: string,
  holder: string,
  orphanTimeoutMs = drainTimeoutMs,
): Promise<Lock> {
  fs.mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, "desk.lock");
  const record: LockRecord = { ...recordOf(process.pid), holder, children: [] };
  while (!create(file, record)) {
    const other = read(file);
    if (other && isAlive(other)) {
      throw new Problem(
        `${other.holder} already uses the data in ${dataDir} (process ${other.pid}). ` +
          "Stop it first, or start another one with DESK_DATA_DIR=… and PORT=… of its own.",
      );
    }
    await outlive(other?.children ?? [], orphanTimeoutMs);
    removeStale(file, other);
  }
  return {
    noteChild: (pid) => {
      record.children.push(recordOf(pid));
      fs.renameSync(writeAside(file, record), file);
    },
    release: () => fs.rmSync(file, { force: true }),
  };
}

/** A link comes to be with its whole content or not at all, and only where there is none yet. */
function create(file: string, record: LockRecord): boolean {
  const written = writeAside(file, record);
  try {
    fs.linkSync(written, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(written);
  }
}

function writeAside(file: string, record: LockRecord): string {
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, JSON.stringify(record), { mode: 0o600 });
  return aside;
}

function read(file: string): LockRecord | undefined {
  try {
    return lockRecord.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  } catch {
    // Gone in the meantime, or cut off by a crash: either way nobody holds it.
    return undefined;
  }
}

/** Two starts may find the same dead lock: the slower one must not remove what the faster one has just made. */
function removeStale(file: string, stale: LockRecord | undefined): void {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    // Somebody else was faster; the next attempt sees what is there now.
    return;
  }
  const moved = read(aside);
  if (moved && moved.pid !== stale?.pid && !fs.existsSync(file)) fs.linkSync(aside, file);
  fs.rmSync(aside);
}

async function outlive(children: readonly ProcessRecord[], timeoutMs: number): Promise<void> {
  const living = () => children.filter(isAlive);
  if (await waitUntil(() => living().length === 0, timeoutMs)) return;
  for (const child of living()) signal(child.pid, "SIGKILL");
  await waitUntil(() => living().length === 0, 2_000);
}

function recordOf(pid: number): ProcessRecord {
  return { pid, birth: birthOf(pid) };
}

function isAlive({ pid, birth }: ProcessRecord): boolean {
  return isRunning(pid) && (birth === undefined || birthOf(pid) === birth);
}
