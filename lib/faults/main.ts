import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { ensureBuild, noteServing } from "@/lib/launcher/build";
import { ownEnvironment } from "@/lib/launcher/own-environment";
import { explain } from "@/lib/launcher/problem";
import { say } from "@/lib/launcher/say";
import { Shutdown } from "@/lib/launcher/shutdown";

import { nextServer } from "./machines";
import { nextDoor } from "./next-door";
import { readOptions } from "./options";
import { isSound, reportOf } from "./report";
import { checkFaults } from "./short-run";
import { playRun, SETTLING_TIMEOUT_MS } from "./run";

const root = process.cwd();

for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => process.exit(1));
// All that was started has been ended when main is over; what a killed machine left half open is nobody's to wait for.
process.exit(await exitCode());

async function exitCode(): Promise<number> {
  try {
    return (await main()) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`\n${explain(error)}\n`);
    return 1;
  }
}

async function main(): Promise<boolean> {
  const words = process.argv.slice(2);
  if (words[0] === "check") return checkOnly();
  const options = readOptions(words);
  const { seed, operations, kills, clients } = options;
  say(`Faults: --seed=${seed} --operations=${operations} --kills=${kills} --clients=${clients}`);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "desk-faults-"));
  await ensureBuild(root, ownEnvironment(), path.join(dataDir, "log"), new Shutdown());
  const serving = noteServing(root);
  try {
    const result = await playRun({
      ...options,
      root,
      dataDir,
      server: nextServer(root),
      doorOf: (ports) => nextDoor(root, ports),
      keepsFailure: true,
      patienceMs: SETTLING_TIMEOUT_MS,
      say,
    });
    say(`\n${reportOf(result)}`);
    if (isSound(result)) return true;
    say(
      `\nThe desk has failed. Data and logs stay in ${dataDir}; play it again with --seed=${seed}.`,
    );
    return false;
  } finally {
    serving.end();
  }
}

/** What `npm test` runs of it: a short run, and the planted bugs. */
async function checkOnly(): Promise<boolean> {
  await ensureBuild(root, ownEnvironment(), path.join(root, ".data", "log"), new Shutdown());
  return checkFaults(root);
}
