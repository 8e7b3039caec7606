import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { openLogFile } from "./log-file";
import type { Environment } from "./own-environment";
import { signal } from "./processes";

/** Something that the launcher started and will stop again. */
export type Stoppable = {
  /** Asks it to end in order, and ends it by force when the time is over. */
  readonly stop: (timeoutMs: number) => Promise<void>;
  /** Ends it now. */
  readonly kill: () => void;
};

export type Child = Stoppable & {
  readonly pid: number;
  /** How it ended, as the end of a sentence: "was killed by SIGKILL". */
  readonly ended: Promise<string>;
  readonly hasEnded: () => boolean;
  /** Calls back for each message on the channel between us. */
  readonly onMessage: (listener: (message: unknown) => void) => void;
};

export type ChildOptions = {
  /** Node's words: the program and its arguments. */
  readonly words: readonly string[];
  readonly env: Environment;
  /** A file that takes its output at the end; without one it goes where ours goes. */
  readonly logFile?: string;
};

/** The path of a program that was bundled beside this one. */
export function bundled(name: string): string {
  return path.join(path.dirname(fileURLToPath(import.meta.url)), `${name}.mjs`);
}

/**
 * Starts a node program that ends when we do. It gets a process group of its own: a Ctrl-C in the terminal must not
 * reach all at once what has to stop one after the other.
 */
export function startChild({ words, env, logFile }: ChildOptions): Child {
  const output = logFile === undefined ? "inherit" : openLogFile(logFile);
  const child = spawn(process.execPath, ["--import", bundledUrl("follow"), ...words], {
    // Next declares further variables in this type; a program's environment is any set of strings.
    env: { ...env, NODE_ENV: nodeEnvOf(env), DESK_LAUNCHER_PID: String(process.pid) },
    detached: true,
    windowsHide: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  if (typeof output === "number") fs.closeSync(output);
  let over = false;
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, name) => {
      over = true;
      // What it has left behind would keep its port: `next dev` serves from a process of its own.
      if (process.platform !== "win32") killGroup(child);
      resolve(name ? `was ended by ${name}` : `ended with the code ${code ?? "?"}`);
    });
    child.once("error", (error) => {
      over = true;
      resolve(`could not be started (${error.message})`);
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => over,
    onMessage: (listener) => child.on("message", listener),
    kill: () => killGroup(child),
    stop: async (timeoutMs) => {
      if (over) return;
      askToEnd(child);
      const timer = setTimeout(() => killGroup(child), timeoutMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

function bundledUrl(name: string): string {
  return new URL(`./${name}.mjs`, import.meta.url).href;
}

function nodeEnvOf(env: Environment): "production" | "development" {
  return env["NODE_ENV"] === "development" ? "development" : "production";
}

function askToEnd(child: ChildProcess): void {
  // On Windows a signal ends a process at once; a closed channel is understood by all our children.
  if (process.platform === "win32") child.disconnect();
  else child.kill("SIGTERM");
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  // The whole group: `next dev` and `next build` have children of their own.
  if (process.platform === "win32") child.kill("SIGKILL");
  else signal(-child.pid, "SIGKILL");
}
