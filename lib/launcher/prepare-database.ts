import fs from "node:fs";
import path from "node:path";

import { bundled, startChild } from "./child";
import type { Configuration } from "./configuration";
import { Problem } from "./problem";
import { logDirOf } from "./services";
import type { Shutdown } from "./shutdown";

/**
 * Brings the database to where the desk can start on it, in a process of its own (`prepare.ts`): the launcher, which
 * stays, then does not carry the driver and the hashing library in its memory.
 */
export async function prepareDatabase(
  configuration: Configuration,
  databaseUrl: string,
  shutdown: Shutdown,
): Promise<void> {
  const words = [bundled("prepare"), configuration.sandbox ? "sandbox" : "live"];
  if (configuration.databaseUrl === undefined) words.push("--create-database");
  const logFile = path.join(logDirOf(configuration), "prepare.log");
  fs.rmSync(logFile, { force: true });
  const env = { ...configuration.variables, DATABASE_URL: databaseUrl };
  const child = startChild({ words, env, logFile });
  shutdown.add("build", child);
  const end = await child.ended;
  shutdown.remove("build");
  if (end === "ended with the code 0" || shutdown.isStopping) return;
  throw new Problem(
    `The database could not be prepared. ${fs.readFileSync(logFile, "utf8").trimEnd()}`,
  );
}
