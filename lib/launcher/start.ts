import path from "node:path";

import { DEMO_OPERATORS, DEMO_PASSWORD } from "@/lib/server/operators/demo";

import { ensureBuild, noteServing } from "./build";
import { loadEnvFiles, readConfiguration, type Configuration } from "./configuration";
import { takeLock } from "./lock";
import { whenOrphaned } from "./orphaned";
import { ownEnvironment } from "./own-environment";
import { freePort, isPortTaken } from "./ports";
import { prepareDatabase } from "./prepare-database";
import { explain, Problem } from "./problem";
import { say, saying, secondsSince, surviveClosedOutput } from "./say";
import {
  databaseService,
  logDirOf,
  sandboxService,
  serverService,
  type Surroundings,
} from "./services";
import { Shutdown } from "./shutdown";
import { keepRunning } from "./supervise";

const root = process.cwd();
const isDev = process.argv[1] === "dev";
const shutdown = new Shutdown();

surviveClosedOutput();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => void stop(0));
}
whenOrphaned(() => void stop(0));
try {
  await startDesk();
} catch (error) {
  await fail(error);
}

async function startDesk(): Promise<void> {
  const begunAtMs = performance.now();
  loadEnvFiles(root, isDev);
  const configuration = readConfiguration(ownEnvironment(), root);
  say(`Funds Desk: ${configuration.sandbox ? "sandbox, no real money moves" : "LIVE"}.`);
  const lock = await takeLock(configuration.dataDir, `The desk at ${configuration.publicUrl}`);
  shutdown.add("lock", { stop: () => Promise.resolve(lock.release()), kill: lock.release });
  await refuseTakenPort(configuration);
  const surroundings = { root, configuration, shutdown, lock };

  if (!isDev) {
    await ensureBuild(root, configuration.variables, logDirOf(configuration), shutdown);
    const serving = noteServing(root);
    shutdown.add("lock", {
      stop: () => Promise.resolve(lock.release()).finally(serving.end),
      kill: lock.release,
    });
  }
  const databaseUrl = configuration.databaseUrl ?? (await startDatabase(surroundings));
  await saying("Preparing the database", () =>
    prepareDatabase(configuration, databaseUrl, shutdown),
  );
  await saying(configuration.sandbox ? "Starting sandbox and server" : "Starting the server", () =>
    startServers(surroundings, databaseUrl),
  );
  welcome(configuration, begunAtMs);
}

async function startDatabase(surroundings: Surroundings): Promise<string> {
  let databaseUrl = "";
  await saying("Starting PostgreSQL", () =>
    keepRunning(
      databaseService(surroundings, (url) => (databaseUrl = url)),
      shutdown,
      (error) => void fail(error),
    ),
  );
  return databaseUrl;
}

async function startServers(surroundings: Surroundings, databaseUrl: string): Promise<void> {
  const { configuration } = surroundings;
  const giveUp = (error: unknown) => void fail(error);
  const addresses: Record<string, string> = { DATABASE_URL: databaseUrl };
  const services = [];
  if (configuration.sandbox) {
    // Chosen here, so that a sandbox that is started again is found where the server looks for it.
    const port = configuration.sandbox.port || (await freePort());
    addresses["DESK_SANDBOX_URL"] = `http://127.0.0.1:${port}`;
    services.push(sandboxService(surroundings, { databaseUrl, port }));
  }
  services.push(serverService(surroundings, isDev, addresses));
  await Promise.all(services.map((service) => keepRunning(service, shutdown, giveUp)));
}

async function refuseTakenPort({ port, sandbox }: Configuration): Promise<void> {
  if (await isPortTaken(port)) {
    throw new Problem(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (sandbox && sandbox.port !== 0 && (await isPortTaken(sandbox.port))) {
    throw new Problem(
      `Port ${sandbox.port} (SANDBOX_PORT) is taken by another program. Stop that program, or leave SANDBOX_PORT unset.`,
    );
  }
}

function welcome({ publicUrl, sandbox, dataDir }: Configuration, begunAtMs: number): void {
  say(`\n  Open      ${publicUrl}`);
  if (sandbox) {
    say(`  Sign in   ${DEMO_OPERATORS.map(({ email }) => email).join(", ")}`);
    say(`  Password  ${DEMO_PASSWORD} (the same for all)`);
  } else {
    say("  People    npm run operator -- list");
  }
  say(`  Data      ${path.relative(root, dataDir) || "."}, logs in its folder log`);
  say(`\nReady after ${secondsSince(begunAtMs)}. Ctrl-C stops the desk.`);
}

async function fail(error: unknown): Promise<void> {
  // What fails because we are stopping is no news.
  if (shutdown.isStopping) return;
  process.stderr.write(`\n${explain(error)}\n`);
  await stop(1);
}

async function stop(exitCode: number): Promise<void> {
  const isWorthSaying = !shutdown.isStopping && shutdown.hasServices;
  if (isWorthSaying) say("\nStopping the desk …");
  await shutdown.run();
  if (isWorthSaying) say("Stopped.");
  process.exit(exitCode);
}
