import http from "node:http";
import path from "node:path";

import { bundled, startChild, type Child, type ChildOptions } from "./child";
import { sandboxEnvironment, type Configuration } from "./configuration";
import type { Lock } from "./lock";
import type { Environment } from "./own-environment";
import { startPostgres } from "./postgres/postgres";
import { Problem } from "./problem";
import type { Shutdown } from "./shutdown";
import type { Service } from "./supervise";
import { waitUntil } from "./waiting";

/** What every service is started with. */
export type Surroundings = {
  readonly root: string;
  readonly configuration: Configuration;
  readonly shutdown: Shutdown;
  readonly lock: Lock;
};

export const logDirOf = ({ dataDir }: Configuration) => path.join(dataDir, "log");

/** Apart, so that a journal of real money never begins with the sandbox's. */
export const databaseNameOf = ({ sandbox }: Configuration) => (sandbox ? "desk_sandbox" : "desk");

/** The embedded PostgreSQL. `onReady` is told where; a restart must come back at the same address. */
export function databaseService(
  { configuration, shutdown }: Surroundings,
  onReady: (databaseUrl: string, wasRunning: boolean) => void,
): Service {
  let knownUrl: string | undefined;
  return {
    title: "The database",
    begin: async () => {
      const server = await startPostgres({
        parentDir: configuration.dataDir,
        binDir: configuration.pgBinDir,
      });
      shutdown.add("database", server);
      const url = server.urlOf(databaseNameOf(configuration));
      if (knownUrl !== undefined && knownUrl !== url) {
        throw new Problem("The database came back at another address: start the desk again.");
      }
      knownUrl = url;
      onReady(url, server.adopted);
      return { ended: server.ended().then(() => "has ended") };
    },
  };
}

/** The sandbox issuer, which says on its channel when it listens. */
export function sandboxService(
  surroundings: Surroundings,
  addresses: { readonly databaseUrl: string; readonly port: number },
): Service {
  const { configuration, shutdown } = surroundings;
  return {
    title: "The sandbox issuer",
    begin: async () => {
      const child = start(surroundings, {
        words: [bundled("sandbox")],
        env: sandboxEnvironment(configuration, addresses),
        logFile: path.join(logDirOf(configuration), "sandbox.log"),
      });
      shutdown.add("sandbox", child);
      let isReady = false;
      child.onMessage((message) => {
        isReady ||= typeof message === "object" && message !== null && "ready" in message;
      });
      // The first start writes a year of movements.
      await becomeReady("The sandbox issuer", child, () => isReady, 120_000);
      return child;
    },
  };
}

/** The Next server: production, or with hot reload. Ready when its health check answers. */
export function serverService(
  surroundings: Surroundings,
  isDev: boolean,
  addresses: Environment,
): Service {
  const { configuration, root, shutdown } = surroundings;
  const { host, port } = configuration;
  const words = [path.join(root, "node_modules/next/dist/bin/next"), isDev ? "dev" : "start"];
  words.push("--port", String(port));
  if (host !== undefined) words.push("--hostname", host);
  // Idle connections of browsers would hold up a stop for five seconds.
  if (!isDev) words.push("--keepAliveTimeout", "500");
  // A live desk's log is for whoever runs it and goes to standard output; hot reload talks to the developer.
  const logFile = path.join(logDirOf(configuration), "desk.log");
  const isQuiet = configuration.sandbox !== undefined && !isDev;
  return {
    title: "The server",
    begin: async () => {
      const child = start(surroundings, {
        words,
        env: {
          ...configuration.variables,
          ...addresses,
          NODE_ENV: isDev ? "development" : "production",
          NEXT_TELEMETRY_DISABLED: "1",
        },
        ...(isQuiet && { logFile }),
      });
      shutdown.add("server", child);
      await becomeReady("The server", child, () => answersOk(port, "/api/health/live"), 60_000);
      return child;
    },
  };
}

function start({ lock }: Surroundings, options: ChildOptions): Child {
  const child = startChild(options);
  lock.noteChild(child.pid);
  return child;
}

async function becomeReady(
  title: string,
  child: Child,
  isReady: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<void> {
  const answered = await waitUntil(
    async () => child.hasEnded() || (await isReady()),
    timeoutMs,
    50,
  );
  if (child.hasEnded()) throw new Problem(`${title} ${await child.ended} while it was starting.`);
  if (!answered) throw new Problem(`${title} did not become ready within ${timeoutMs / 1_000} s.`);
}

/** Whether a GET on the loopback address answers 200. */
export function answersOk(port: number, pathname: string): Promise<boolean> {
  return new Promise((resolve) => {
    // A connection of its own each time: a kept one would delay the server's end.
    const request = http.get({ host: "127.0.0.1", port, path: pathname, agent: false });
    request.setTimeout(10_000, () => request.destroy());
    request.once("error", () => resolve(false));
    request.once("response", (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
  });
}
