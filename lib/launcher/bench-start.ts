import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { ownEnvironment } from "./own-environment";
import { freePort } from "./ports";
import { livenessOf, parentOf } from "./processes";
import { say } from "./say";
import { answersOk } from "./services";
import { removeDataFolder } from "./testing/leftovers";
import { nothingSet } from "./testing/nothing-set";
import { sleep, waitUntil } from "./waiting";

/** Long enough for what a start leaves to be done in the background. */
const restMs = 20_000;

// Prints the two figures of the README: how long a second start takes, and what the desk needs at rest. It starts a
// sandbox desk on data of its own and opens one page, so that the server has rendered once.
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "desk-bench-"));
const port = await freePort();
try {
  await startOnce("first start (no database yet; a build if the source has changed)", 0);
  for (let round = 2; round <= 4; round += 1) {
    await startOnce(`start ${round}`, round === 4 ? restMs : 0);
  }
} finally {
  await removeDataFolder(dataDir);
}

async function startOnce(title: string, stayMs: number): Promise<void> {
  const child = spawn(process.execPath, ["lib/launcher/run.mjs", "start"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...ownEnvironment(), ...nothingSet(), DESK_DATA_DIR: dataDir, PORT: String(port) },
  });
  try {
    await measure(child, title, stayMs);
  } finally {
    const stoppedAtMs = performance.now();
    await stop(child);
    say(`  stopped within ${((performance.now() - stoppedAtMs) / 1_000).toFixed(1)} s`);
  }
}

async function measure(child: ChildProcess, title: string, stayMs: number): Promise<void> {
  const begunAtMs = performance.now();
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  // The launcher calls itself ready when the sandbox is, too, which on the first start writes a year of movements.
  const isUp = async () => said.includes("Ready after") && (await answersOk(port, "/sign-in"));
  const started = await waitUntil(async () => child.exitCode !== null || (await isUp()), 300_000);
  if (!started || child.exitCode !== null) throw new Error("The desk did not start.");
  const seconds = ((performance.now() - begunAtMs) / 1_000).toFixed(1);
  say(`${title}: ready, and the first page answered, after ${seconds} s`);
  if (stayMs === 0) return;
  await sleep(stayMs);
  sayMemory(child);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

/** Resident memory counts what processes share once for each; proportional memory counts it once. Linux only. */
function sayMemory(child: ChildProcess): void {
  if (process.platform !== "linux") return say("Memory is measured on Linux only.");
  let residentMb = 0;
  let proportionalMb = 0;
  for (const pid of familyOf(child.pid ?? 0)) {
    const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ");
    const [resident, proportional] = ["Rss", "Pss"].map((name) => {
      const kilobytes = new RegExp(`^${name}: +(\\d+)`, "m").exec(rollup)?.[1];
      return Number(kilobytes ?? 0) / 1_024;
    });
    residentMb += resident ?? 0;
    proportionalMb += proportional ?? 0;
    say(
      `  ${megabytes(resident)} resident ${megabytes(proportional)} proportional  ${nameOf(command)}`,
    );
  }
  say(
    `  ${megabytes(residentMb)} resident ${megabytes(proportionalMb)} proportional  all, at rest`,
  );
}

function megabytes(value = 0): string {
  return `${value.toFixed(0).padStart(5)} MB`;
}

function nameOf(command: string): string {
  const words = command.trim().split(" ");
  const script = words.find((word) => word.endsWith(".mjs") && !word.includes("follow.mjs"));
  return script
    ? path.basename(script)
    : words
        .slice(0, 2)
        .join(" ")
        .replace(/^\/\S*\//, "");
}

function familyOf(root: number): number[] {
  const pids = fs.readdirSync("/proc").map(Number).filter(Number.isInteger);
  const isOfFamily = (pid: number): boolean => {
    if (pid === root) return true;
    const parent = pid > 1 && livenessOf(pid) === "running" ? parentOf(pid) : undefined;
    return parent !== undefined && isOfFamily(parent);
  };
  return pids.filter(isOfFamily);
}
