import fs from "node:fs";
import path from "node:path";

import { readConfiguration, type Configuration } from "@/lib/launcher/configuration";
import { ownEnvironment } from "@/lib/launcher/own-environment";
import { prepareDatabase } from "@/lib/launcher/prepare-database";
import { Shutdown } from "@/lib/launcher/shutdown";
import { removeDataFolder } from "@/lib/launcher/testing/leftovers";
import { nothingSet } from "@/lib/launcher/testing/nothing-set";

import {
  databaseMachine,
  deskMachine,
  sandboxMachine,
  strikeMachine,
  type Machine,
  type ServerWords,
} from "./machines";
import type { PlannedStrike, Target } from "./plan";
import { steadyPort } from "./steady-port";
import { startProxy, type FaultProxy, type ProxyOptions } from "./proxy";
import { hastyDesk, hastySandbox, HOLD_MS } from "./settings";

export interface StageOptions {
  readonly root: string;
  /** A folder of the run's own. */
  readonly dataDir: string;
  readonly server: ServerWords;
  readonly faultOf: ProxyOptions["faultOf"];
}

/** Everything that a run needs, running: database, sandbox, proxy, and two instances of the desk. */
export interface Stage {
  readonly databaseUrl: string;
  readonly deskPorts: readonly number[];
  readonly proxy: FaultProxy;
  /** Ends the targets at the same moment; answers when all of them are back. */
  readonly strike: (strike: PlannedStrike) => Promise<void>;
  /** Stops the desks and lets the database stay, so that it can be read in peace. */
  readonly stopDesks: () => Promise<void>;
  /** Ends all of it. `keeps` leaves the data and the logs in their folder. */
  readonly end: (keeps: "keeps-data" | "keeps-nothing") => Promise<void>;
}

/** Sets the stage. What has been started is ended again when a later part fails. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const configuration = configure(options);
  const shutdown = new Shutdown();
  const database = databaseMachine(configuration);
  /** In the order in which they are to be ended: the desks first, the database last. */
  const started: Machine[] = [];
  const start = async (machine: Machine) => {
    started.unshift(machine);
    await machine.start();
  };
  try {
    await start(database);
    const databaseUrl = database.url();
    await prepareDatabase(configuration, databaseUrl, shutdown);
    const sandboxPort = await steadyPort();
    const sandbox = sandboxMachine(configuration, { databaseUrl, port: sandboxPort });
    await start(sandbox);
    const proxy = await startProxy({ sandboxPort, faultOf: options.faultOf, holdMs: HOLD_MS });
    const env = {
      DATABASE_URL: databaseUrl,
      DESK_SANDBOX_URL: `http://127.0.0.1:${proxy.port}`,
    };
    const deskPorts = [await steadyPort(), await steadyPort()];
    const desks = deskPorts.map((port, index) =>
      deskMachine(configuration, { name: `desk-${index + 1}`, port, words: options.server, env }),
    );
    await Promise.all(desks.map(start));
    const [one = database, two = database] = desks;
    const machines = { "desk-1": one, "desk-2": two, database, sandbox };
    return {
      databaseUrl,
      deskPorts,
      proxy,
      strike: striker(machines, proxy),
      stopDesks: async () => {
        await Promise.all(desks.map((desk) => desk.stop()));
      },
      end: async (keeps) => {
        await proxy.close();
        for (const machine of started) await machine.stop();
        if (keeps === "keeps-nothing") await removeDataFolder(options.dataDir);
      },
    };
  } catch (error) {
    for (const machine of started) await machine.kill();
    throw error;
  }
}

function configure({ root, dataDir }: StageOptions): Configuration {
  fs.mkdirSync(path.join(dataDir, "log"), { recursive: true });
  const given = {
    ...ownEnvironment(),
    ...nothingSet(),
    ...hastyDesk,
    ...hastySandbox,
    DESK_DATA_DIR: dataDir,
  };
  return readConfiguration(given, root);
}

/** A second strike at a machine waits until it is back from the first. */
function striker(machines: Readonly<Record<Target, Machine>>, proxy: FaultProxy): Stage["strike"] {
  const last = new Map<Target, Promise<void>>();
  const strikeOne = async (target: Target, { how, awayMs, isRefusing }: PlannedStrike) => {
    const isRefused = target === "sandbox" && isRefusing;
    if (isRefused) await proxy.refuse();
    await strikeMachine(machines[target], how, awayMs);
    if (isRefused) await proxy.accept();
  };
  return async (strike) => {
    const before = strike.targets.map((target) => last.get(target) ?? Promise.resolve());
    const blow = Promise.all(before).then(async () => {
      await Promise.all(strike.targets.map((target) => strikeOne(target, strike)));
    });
    // Taken before anything is waited for, so that two that wait for the same machine do not meet.
    for (const target of strike.targets) last.set(target, blow);
    await blow;
  };
}
