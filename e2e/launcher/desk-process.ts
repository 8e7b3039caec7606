import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { expect } from "@playwright/test";

import { freePort } from "@/lib/launcher/ports";
import { livenessOf } from "@/lib/launcher/processes";
import { nothingSet } from "@/lib/launcher/testing/nothing-set";
import { waitUntil } from "@/lib/launcher/waiting";

/** A desk started the way a person starts one, on data and ports of its own. */
export type DeskProcess = {
  readonly pid: number;
  readonly output: () => string;
  /** Waits for words on its screen. */
  readonly says: (expected: RegExp) => Promise<void>;
  /** Waits for its end and answers with the exit code, or the signal that ended it. */
  readonly end: () => Promise<number | NodeJS.Signals | null>;
};

export type DeskPlace = {
  readonly dataDir: string;
  readonly port: number;
  readonly variables: Readonly<Record<string, string>>;
};

/** A free place for a desk: nothing there yet, nothing configured. */
export async function freePlace(): Promise<DeskPlace> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "desk-launcher-"));
  const port = await freePort();
  return {
    dataDir,
    port,
    variables: {
      ...nothingSet(),
      DESK_DATA_DIR: dataDir,
      PORT: String(port),
      SANDBOX_SEED: "small",
    },
  };
}

const direct = [process.execPath, "lib/launcher/run.mjs", "start"];

/** Starts a desk in a process group of its own, as a terminal does. */
export function startDesk(place: DeskPlace, words: readonly string[] = direct): DeskProcess {
  const [program = "", ...rest] = words;
  const child = spawn(program, rest, {
    // What the test run itself was started by is no business of this desk's.
    env: { ...environmentWithoutNpm(), ...place.variables },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collect(child);
  let isOver = false;
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once("close", (code, signal) => {
      isOver = true;
      resolve(code ?? signal);
    });
  });
  return {
    pid: pidOf(child),
    output,
    says: async (expected) => {
      // One that has ended will say no more.
      await waitUntil(() => isOver || expected.test(output()), 90_000);
      expect(output()).toMatch(expected);
    },
    end: () => ended,
  };
}

/** Never 0: a signal to that would go to the test run itself. */
function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error(`${child.spawnfile} could not be started.`);
  return child.pid;
}

function collect(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  }
  return () => text;
}

function environmentWithoutNpm(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- a child needs the PATH of its parent
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
  return { ...Object.fromEntries(entries), NODE_ENV: "production" };
}

/** The living processes of a desk, by their command lines: all inherit the name of its data folder. Linux only. */
export function processesOf(place: DeskPlace): { pid: number; command: string }[] {
  return fs
    .readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && livenessOf(pid) === "running")
    .flatMap((pid) => {
      if (!variablesOf(pid).includes(`DESK_DATA_DIR=${place.dataDir}`)) return [];
      return [{ pid, command: readProc(pid, "cmdline").replaceAll("\0", " ").trim() }];
    });
}

/** What a process was started with, as NAME=value. */
export function variablesOf(pid: number): readonly string[] {
  return readProc(pid, "environ").split("\0");
}

/** The one process of a desk whose command line fits. */
export function processOf(place: DeskPlace, command: RegExp): number {
  const found = processesOf(place).filter((one) => command.test(one.command));
  const [one] = found;
  if (!one || found.length > 1) throw new Error(`${found.length} processes are like ${command}.`);
  return one.pid;
}

/** Waits until nothing of a desk is left. */
export async function expectNothingLeft(place: DeskPlace): Promise<void> {
  const commands = () => processesOf(place).map(({ command }) => command);
  await expect.poll(commands, { timeout: 20_000 }).toEqual([]);
}

/** Ends what a failed test may have left, and removes the data. */
export function clear(place: DeskPlace): void {
  for (const { pid } of processesOf(place)) process.kill(pid, "SIGKILL");
  fs.rmSync(place.dataDir, { recursive: true, force: true });
}

function readProc(pid: number, file: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    // It has ended since it was listed, or is somebody else's.
    return "";
  }
}
