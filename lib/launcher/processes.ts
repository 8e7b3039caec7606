import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** A zombie has ended, but its parent has not asked for its exit code yet: it holds its id and nothing else. */
export type Liveness = "running" | "zombie" | "gone";

/** The state of any process of this machine. */
export function livenessOf(pid: number): Liveness {
  if (process.platform === "linux") {
    const stat = readProc(pid, "stat");
    // The name of the program stands in parentheses and may itself hold some: the state follows the last one.
    const state = stat?.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
    if (state === undefined) return "gone";
    return state === "Z" || state === "X" ? "zombie" : "running";
  }
  if (!answersToSignalZero(pid)) return "gone";
  return askPs(pid, "state")?.startsWith("Z") ? "zombie" : "running";
}

export function isRunning(pid: number): boolean {
  return livenessOf(pid) === "running";
}

/** The command line of a process, its words separated by spaces; undefined when it is gone or cannot be read. */
export function commandLineOf(pid: number): string | undefined {
  if (process.platform === "linux") return readProc(pid, "cmdline")?.replaceAll("\0", " ").trim();
  if (process.platform === "win32") return undefined;
  return askPs(pid, "command");
}

/** The process that started this one; undefined when it is gone or cannot be asked. */
export function parentOf(pid: number): number | undefined {
  if (process.platform === "win32") return undefined;
  const stat = readProc(pid, "stat");
  const answer = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? askPs(pid, "ppid");
  return answer === undefined ? undefined : Number(answer);
}

/**
 * A text that is the same for the whole life of a process and different for a later one with the same id,
 * as an id alone may have been given to somebody else after a crash of the machine.
 */
export function birthOf(pid: number): string | undefined {
  if (process.platform === "linux") {
    const stat = readProc(pid, "stat");
    const bootId = fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const startedAtTicks = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return startedAtTicks === undefined ? undefined : `${bootId}/${startedAtTicks}`;
  }
  return process.platform === "win32" ? undefined : askPs(pid, "lstart");
}

/** The processes that work in this folder, zombies aside. Linux only: elsewhere the answer is always "none known". */
export function processesWorkingIn(folder: string): number[] {
  if (process.platform !== "linux") return [];
  return fs
    .readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isRunning(pid) && workingFolderOf(pid) === folder);
}

/** Sends a signal; a process that has already ended is what was wanted. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!isNoSuchProcess(error)) throw error;
  }
}

function workingFolderOf(pid: number): string | undefined {
  try {
    return fs.readlinkSync(path.join("/proc", String(pid), "cwd"));
  } catch {
    // Gone since it was listed, or somebody else's.
    return undefined;
  }
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return fs.readFileSync(path.join("/proc", String(pid), file), "utf8");
  } catch {
    // A process that has ended has no folder here any more.
    return undefined;
  }
}

function askPs(pid: number, column: string): string | undefined {
  const answer = spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

function answersToSignalZero(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isNoSuchProcess(error);
  }
}

function isNoSuchProcess(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ESRCH";
}
