import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { startChild } from "./child";
import { takeLock, type Lock } from "./lock";
import type { Environment } from "./own-environment";
import { Problem } from "./problem";
import { birthOf, isRunning } from "./processes";
import { saying } from "./say";
import type { Shutdown } from "./shutdown";
import { waitUntil } from "./waiting";

/** Longer than a build on a slow and busy machine. */
const longestBuildMs = 600_000;

/** What a build is made of; not tsconfig.json, which Next itself may rewrite while it builds. */
const sources = ["app", "components", "lib", "public", "package-lock.json", "package.json"];
const isConfiguration = (name: string) => /^(next|postcss|tailwind)\.config\.\w+$/.test(name);
const isSource = (name: string) =>
  sources.includes(name) ||
  isConfiguration(name) ||
  ["proxy.ts", "instrumentation.ts", "instrumentation-client.ts"].includes(name);
/** Tests change nothing in a build, nor do the programs beside the server. */
const isLeftOut = (file: string) =>
  /\.test\.tsx?$|__snapshots__|^lib\/(launcher|sandbox|faults)\//.test(file);

/** The same for the same source, on every machine; differs as soon as a file that is built differs. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256");
  for (const name of fs.readdirSync(root).filter(isSource).toSorted()) {
    for (const file of filesUnder(root, name).filter((found) => !isLeftOut(found))) {
      hash.update(file).update("\0");
      hash.update(fs.readFileSync(path.join(root, file))).update("\0");
    }
  }
  return hash.digest("hex");
}

/** Relative to the root, with forward slashes on every system. */
function filesUnder(root: string, item: string): string[] {
  if (!fs.statSync(path.join(root, item)).isDirectory()) return [item];
  return fs
    .readdirSync(path.join(root, item))
    .toSorted()
    .flatMap((name) => filesUnder(root, `${item}/${name}`));
}

const recordFile = (root: string) => path.join(root, ".next", "desk-source.txt");

/**
 * Builds the server unless this very source has been built; waits for another process that builds it just now.
 * Throws a Problem with the end of the build's output.
 */
export async function ensureBuild(
  root: string,
  variables: Environment,
  logDir: string,
  shutdown: Shutdown,
): Promise<"built" | "was built"> {
  const hash = sourceHash(root);
  const isBuilt = () =>
    fs.existsSync(recordFile(root)) && fs.readFileSync(recordFile(root), "utf8") === hash;
  if (isBuilt()) return "was built";
  refuseUnderRunningServer(root);
  const lock = await takeTurn(root);
  try {
    if (isBuilt()) return "was built";
    await saying("Building this source (about half a minute)", () =>
      build(root, variables, path.join(logDir, "build.log"), shutdown, lock),
    );
    fs.writeFileSync(recordFile(root), hash);
    return "built";
  } finally {
    lock.release();
  }
}

/**
 * Removes the route types that `next dev` wrote: a build and the type check read them, too, and would stumble over
 * those of a page that has been removed since. A running `next dev` writes them anew with the next change.
 */
export function removeDevTypes(root: string): void {
  fs.rmSync(path.join(root, ".next", "dev", "types"), { recursive: true, force: true });
}

/** Next refuses a second build in the same folder: whoever comes second waits, and then finds it done. */
async function takeTurn(root: string): Promise<Lock> {
  let lock: Lock | undefined;
  let reason: unknown;
  await waitUntil(
    async () => {
      lock = await takeLock(path.join(cacheDir(root), "building"), "A build").catch(
        (error: unknown) => {
          reason = error;
          return undefined;
        },
      );
      return lock !== undefined;
    },
    longestBuildMs,
    500,
  );
  if (!lock) throw reason;
  return lock;
}

async function build(
  root: string,
  variables: Environment,
  logFile: string,
  shutdown: Shutdown,
  lock: Lock,
) {
  fs.rmSync(recordFile(root), { force: true });
  fs.rmSync(logFile, { force: true });
  removeDevTypes(root);
  const child = startChild({
    words: [path.join(root, "node_modules/next/dist/bin/next"), "build"],
    env: { ...variables, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    logFile,
  });
  lock.noteChild(child.pid);
  shutdown.add("build", child);
  const end = await child.ended;
  shutdown.remove("build");
  if (end === "ended with the code 0") return;
  const said = fs.readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-40).join("\n");
  throw new Problem(`The build ${end}.\n${said}`);
}

const cacheDir = (root: string) => path.join(root, "node_modules", ".cache", "funds-desk");
const servingDir = (root: string) => path.join(cacheDir(root), "serving");

/** Writes down that this process serves the build, so that nobody replaces the files under it. */
export function noteServing(root: string): { readonly end: () => void } {
  const file = path.join(servingDir(root), String(process.pid));
  fs.mkdirSync(servingDir(root), { recursive: true });
  fs.writeFileSync(file, birthOf(process.pid) ?? "");
  return { end: () => fs.rmSync(file, { force: true }) };
}

function refuseUnderRunningServer(root: string): void {
  if (!fs.existsSync(servingDir(root))) return;
  for (const name of fs.readdirSync(servingDir(root))) {
    const file = path.join(servingDir(root), name);
    const birth = fs.readFileSync(file, "utf8");
    if (isRunning(Number(name)) && (birth === "" || birthOf(Number(name)) === birth)) {
      throw new Problem(
        `The source has changed, and a desk (process ${name}) runs from this folder's earlier build: ` +
          "stop it before a new build takes its files away.",
      );
    }
    fs.rmSync(file);
  }
}
