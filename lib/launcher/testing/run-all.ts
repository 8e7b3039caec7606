import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { installBrowser, noBrowser } from "@/e2e/browser";
import { ensureBuild, removeDevTypes } from "@/lib/launcher/build";
import { ownEnvironment } from "@/lib/launcher/own-environment";
import { freePort } from "@/lib/launcher/ports";
import { explain } from "@/lib/launcher/problem";
import { say, secondsSince } from "@/lib/launcher/say";
import { Shutdown } from "@/lib/launcher/shutdown";

import {
  closingLine,
  oneFailed,
  onePassed,
  playwrightCounts,
  sum,
  vitestCounts,
  withExitCode,
  type Counts,
} from "./counts";
import { removeDataFolder } from "./leftovers";
import { weighPages } from "./size-budget";

type Suite = { readonly name: string; readonly run: () => Promise<Counts> };
type Outcome = { readonly name: string; readonly counts: Counts; readonly took: string };

const root = process.cwd();
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "desk-test-"));
const programs = {
  next: "next/dist/bin/next",
  tsc: "typescript/bin/tsc",
  oxlint: "oxlint/bin/oxlint",
  oxfmt: "oxfmt/bin/oxfmt",
  knip: "knip/bin/knip.js",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
  // A process of its own: an interrupted run must not wait for the end of it.
  faults: "../lib/launcher/run.mjs",
} as const;

const shutdown = new Shutdown();
let isInterrupted = false;
for (const name of ["SIGINT", "SIGTERM"] as const) {
  // The program that runs gets the terminal's signal, too, and ends in its own way.
  process.on(name, () => {
    isInterrupted = true;
    void shutdown.run();
  });
}

/** Cheapest first. A build that fails leaves nothing to weigh or to open in a browser. */
const suites: readonly Suite[] = [
  { name: "types", run: checkTypes },
  { name: "lint", run: () => check([programs.oxlint]) },
  { name: "format", run: () => check([programs.oxfmt, "--check"]) },
  { name: "unused code", run: () => check([programs.knip]) },
  { name: "unit and integration", run: runVitest },
  { name: "build", run: build },
  { name: "page sizes", run: async () => weighPages(root) },
  { name: "faults", run: () => check([programs.faults, "faults", "check"]) },
  { name: "launcher", run: runLauncherTests },
  { name: "browser", run: runBrowserTests },
];
const needBuild = new Set(["page sizes", "faults", "launcher", "browser"]);

const outcomes: Outcome[] = [];
for (const suite of suites) {
  if (isInterrupted) break;
  outcomes.push(await runSuite(suite));
}
await removeDataFolder(scratch);
report();

async function runSuite({ name, run }: Suite): Promise<Outcome> {
  say(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}`);
  const begunAtMs = performance.now();
  const counts = await countsOf(name, run);
  return { name, counts, took: secondsSince(begunAtMs) };
}

async function countsOf(name: string, run: () => Promise<Counts>): Promise<Counts> {
  const hasBuildFailed = outcomes.some((done) => done.name === "build" && done.counts.failed > 0);
  if (needBuild.has(name) && hasBuildFailed) {
    say("Not run: there is no build.");
    return oneFailed;
  }
  try {
    return await run();
  } catch (error) {
    // A suite that breaks has failed; the others can still tell something.
    say(explain(error));
    return oneFailed;
  }
}

/** Programs that say with their exit code alone whether all is well: one test together. */
async function check(...commands: readonly (readonly string[])[]): Promise<Counts> {
  for (const words of commands) {
    if ((await node(words)) !== 0) return oneFailed;
  }
  return onePassed;
}

function checkTypes(): Promise<Counts> {
  removeDevTypes(root);
  return check([programs.next, "typegen"], [programs.tsc, "--noEmit"]);
}

async function runVitest(): Promise<Counts> {
  const file = path.join(scratch, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const exitCode = await node([programs.vitest, "run", ...reporters]);
  return withExitCode(vitestCounts(file), exitCode);
}

async function build(): Promise<Counts> {
  const how = await ensureBuild(root, ownEnvironment(), scratch, shutdown);
  say(how === "built" ? "Built." : "This source has been built before.");
  return onePassed;
}

/** These start desks of their own, so they need no server. */
function runLauncherTests(): Promise<Counts> {
  return runPlaywright("launcher", { E2E_BASE_URL: "http://localhost" });
}

async function runBrowserTests(): Promise<Counts> {
  const browser = await installBrowser();
  say(browser ? `Browser: ${browser.path} (${browser.source})` : noBrowser);
  if (!browser) return oneFailed;
  // It depends on all the others that share a desk, and so runs after them.
  return runPlaywright("logs", {
    E2E_PORT: String(await freePort()),
    E2E_DATA_DIR: path.join(scratch, "data"),
  });
}

async function runPlaywright(project: string, variables: Record<string, string>): Promise<Counts> {
  const file = path.join(scratch, `${project}.json`);
  const words = [programs.playwright, "test", `--project=${project}`, "--reporter=list,json"];
  const exitCode = await node(words, { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...variables });
  return withExitCode(playwrightCounts(file), exitCode);
}

/** Runs a Node program of a package, or of ours, in our terminal; answers with its exit code. */
function node(words: readonly string[], variables: Record<string, string> = {}): Promise<number> {
  const [program = "", ...rest] = words;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.resolve(root, "node_modules", program), ...rest], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...ownEnvironment(), NEXT_TELEMETRY_DISABLED: "1", ...variables },
    });
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

function report(): void {
  const total = sum(outcomes.map(({ counts }) => counts));
  say("\n── all ──────────────────────────────────────────────────────────");
  for (const { name, counts, took } of outcomes) {
    const bad = counts.failed > 0 ? `${counts.failed} not` : "";
    say(`${name.padEnd(22)}${String(counts.passed).padStart(5)} ok ${bad.padEnd(8)}${took}`);
  }
  if (isInterrupted) say("The run was interrupted.");
  process.exitCode = total.failed > 0 || total.passed === 0 || isInterrupted ? 1 : 0;
  say(`\n${closingLine(isInterrupted ? sum([total, oneFailed]) : total)}`);
}
