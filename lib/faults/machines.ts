import path from "node:path";

import { bundled, startChild, type Child } from "@/lib/launcher/child";
import { sandboxEnvironment, type Configuration } from "@/lib/launcher/configuration";
import { startPostgres, type RunningPostgres } from "@/lib/launcher/postgres/postgres";
import { isRunning, signal } from "@/lib/launcher/processes";
import { answersOk, databaseNameOf, logDirOf } from "@/lib/launcher/services";
import { sleep, waitUntil } from "@/lib/launcher/waiting";

/** A process of the run: it can be ended at any moment, and comes back where it was. */
export interface Machine {
  readonly start: () => Promise<void>;
  /** SIGKILL; answers when it is gone. */
  readonly kill: () => Promise<void>;
  /** Ends in order. */
  readonly stop: () => Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
/** What needs another machine that is away ends at once, and is tried again like by any supervisor. */
const RETRY_PAUSE_MS = 200;
const STOP_TIMEOUT_MS = 15_000;

/** A Node program that is started again and again until it is ready. */
export function nodeMachine(
  title: string,
  begin: () => Child,
  isReady: () => Promise<boolean>,
): Machine {
  let child: Child | undefined;
  return {
    start: async () => {
      const isUp = await waitUntil(
        async () => {
          const current = (child = begin());
          let isUsable = false;
          await waitUntil(async () => {
            isUsable = await isReady();
            return isUsable || current.hasEnded();
          }, START_TIMEOUT_MS);
          return isUsable && !current.hasEnded();
        },
        START_TIMEOUT_MS,
        RETRY_PAUSE_MS,
      );
      if (!isUp) throw new Error(`${title} did not start; see its log.`);
    },
    kill: async () => {
      child?.kill();
      await child?.ended;
    },
    stop: async () => child?.stop(STOP_TIMEOUT_MS),
  };
}

/** PostgreSQL with an ordinary desk's settings: its commits reach the disk. */
export function databaseMachine(configuration: Configuration): Machine & { url: () => string } {
  let server: RunningPostgres | undefined;
  // The other machines see that we are gone and go, too; this one has to be told.
  process.once("exit", () => server?.kill());
  return {
    url: () => server?.urlOf(databaseNameOf(configuration)) ?? "",
    start: async () => {
      server = await startPostgres({
        parentDir: configuration.dataDir,
        binDir: configuration.pgBinDir,
        // Two desks, a sandbox and ourselves.
        maxConnections: 80,
      });
    },
    kill: async () => {
      const pid = server?.pid;
      if (pid === undefined) return;
      signal(pid, "SIGKILL");
      await waitUntil(() => !isRunning(pid), START_TIMEOUT_MS, 5);
    },
    stop: async () => {
      await server?.stop(STOP_TIMEOUT_MS);
      server = undefined;
    },
  };
}

/** The sandbox, which says on its channel when it listens. */
export function sandboxMachine(
  configuration: Configuration,
  addresses: { readonly databaseUrl: string; readonly port: number },
): Machine {
  let isListening = false;
  const begin = () => {
    isListening = false;
    const child = startChild({
      words: [bundled("sandbox")],
      env: sandboxEnvironment(configuration, addresses),
      logFile: path.join(logDirOf(configuration), "sandbox.log"),
    });
    child.onMessage(() => (isListening = true));
    return child;
  };
  return nodeMachine("The sandbox", begin, () => Promise.resolve(isListening));
}

/** What serves a desk: the words that Node is started with. */
export type ServerWords = (port: number) => readonly string[];

/** The production server, as the launcher starts it. */
export function nextServer(root: string): ServerWords {
  const program = path.join(root, "node_modules/next/dist/bin/next");
  return (port) => [program, "start", "--port", String(port), "--hostname", "127.0.0.1"];
}

/** One instance of the desk. */
export function deskMachine(
  configuration: Configuration,
  { name, port, words, env }: DeskMachineOptions,
): Machine {
  const begin = () =>
    startChild({
      words: words(port),
      env: {
        ...configuration.variables,
        ...env,
        PORT: String(port),
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
      },
      logFile: path.join(logDirOf(configuration), `${name}.log`),
    });
  return nodeMachine(name, begin, () => answersOk(port, "/api/health/live"));
}

interface DeskMachineOptions {
  readonly name: string;
  readonly port: number;
  readonly words: ServerWords;
  /** The addresses of the database and of the issuer. */
  readonly env: Readonly<Record<string, string>>;
}

/** Ends a machine and starts it again after a while. */
export async function strikeMachine(
  machine: Machine,
  how: "kill" | "deploy",
  awayMs: number,
): Promise<void> {
  await (how === "kill" ? machine.kill() : machine.stop());
  await sleep(awayMs);
  await machine.start();
}
