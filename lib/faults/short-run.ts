import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { noteServing } from "@/lib/launcher/build";
import { say } from "@/lib/launcher/say";

import type { Rule } from "./audit";
import { nextServer } from "./machines";
import { nextDoor } from "./next-door";
import type { Bug } from "./planted/bugs";
import { bundleVerbs } from "./planted/bundle-verbs";
import { verbsDoor } from "./planted/verbs-door";
import { isSound, reportOf } from "./report";
import { playRun, SETTLING_TIMEOUT_MS, type RunResult } from "./run";

/** The same run every time: what fails here fails again. */
const shortRun = { seed: 20_260_418, operations: 100, kills: 6, clients: 8 };
/** Nothing is killed: these bugs need no help, and the run is over sooner. */
const plantedRun = { seed: 7, operations: 80, kills: 0, clients: 8 };

/** What each planted bug must be found by; the desk without one must not be. */
const EXPECTED: Readonly<Record<Bug, Rule | null>> = {
  none: null,
  "resend after a timeout": "moved twice",
  "outcome before the call": "journal says applied and the ledger does not",
};

/** For `npm test`: a short run against the build, and the proof that a run finds what it is for. */
export async function checkFaults(root: string): Promise<boolean> {
  const serving = noteServing(root);
  try {
    // At the same time: most of it is waiting.
    const [isSoundRun, areFound] = await Promise.all([isShortRunSound(root), plantAll(root)]);
    return isSoundRun && areFound.every(Boolean);
  } finally {
    serving.end();
  }
}

async function isShortRunSound(root: string): Promise<boolean> {
  const result = await playRun({
    ...shortRun,
    root,
    dataDir: scratchFolder(),
    server: nextServer(root),
    doorOf: (ports) => nextDoor(root, ports),
    keepsFailure: true,
    patienceMs: SETTLING_TIMEOUT_MS,
    say,
  });
  say(reportOf(result));
  return isSound(result);
}

async function plantAll(root: string): Promise<boolean[]> {
  const bugs = Object.keys(EXPECTED).filter((name): name is Bug => Object.hasOwn(EXPECTED, name));
  return Promise.all(
    bugs.map(async (bug) => {
      const isRight = isFoundIn(await playPlanted(root, bug), EXPECTED[bug]);
      say(`  ${isRight ? "✓" : "✗"} planted bug: ${bug}, found by: ${EXPECTED[bug] ?? "nothing"}`);
      return isRight;
    }),
  );
}

async function playPlanted(root: string, bug: Bug): Promise<RunResult> {
  const program = await bundleVerbs(root, bug);
  return playRun({
    ...plantedRun,
    root,
    dataDir: scratchFolder(),
    server: () => [program],
    doorOf: verbsDoor,
    // What is planted fails, and is known.
    keepsFailure: false,
    // What is still unknown is another matter here.
    patienceMs: 0,
    say: () => undefined,
  });
}

function isFoundIn({ findings }: RunResult, expected: Rule | null): boolean {
  const broken = [...findings].filter(([, cases]) => cases.length > 0).map(([rule]) => rule);
  return expected === null
    ? broken.every((rule) => rule === "still open")
    : broken.includes(expected);
}

function scratchFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), "desk-faults-"));
}
