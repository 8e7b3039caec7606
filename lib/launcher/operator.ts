import { connect } from "@/lib/server/db/connect";

import { loadEnvFiles, readConfiguration, type Configuration } from "./configuration";
import { takeLock } from "./lock";
import { obey, wordsOf, type Words } from "./operator-command";
import { ownEnvironment } from "./own-environment";
import { startPostgres, type RunningPostgres } from "./postgres/postgres";
import { prepareDatabase } from "./prepare-database";
import { explain, Problem } from "./problem";
import { reseal } from "./reseal";
import { say } from "./say";
import { databaseNameOf } from "./services";
import { Shutdown } from "./shutdown";

const shutdown = new Shutdown();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => void shutdown.run().then(() => process.exit(1)));
}
try {
  await run(wordsOf(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await shutdown.run();
}

async function run(words: Words): Promise<void> {
  loadEnvFiles(process.cwd(), false);
  const configuration = readConfiguration(ownEnvironment(), process.cwd());
  const databaseUrl = configuration.databaseUrl ?? (await embeddedDatabase(configuration));
  await prepareDatabase(configuration, databaseUrl, shutdown);
  const db = connect(databaseUrl, 1);
  try {
    const { sealingSecrets, variables } = configuration;
    const desk = { db, secret: variables["NEXTAUTH_SECRET"] ?? "" };
    say(words.verb === "reseal" ? await reseal(db, sealingSecrets) : await obey(desk, words));
  } finally {
    await db.destroy();
  }
}

/** The URL of the embedded database: that of the running desk, or one that is started for this command only. */
async function embeddedDatabase(configuration: Configuration): Promise<string> {
  const options = { parentDir: configuration.dataDir, binDir: configuration.pgBinDir };
  let server: RunningPostgres;
  try {
    const lock = await takeLock(configuration.dataDir, "The operator command");
    shutdown.add("lock", { stop: async () => lock.release(), kill: lock.release });
    server = await shutdown.including(startPostgres(options));
  } catch (held) {
    // A desk runs, and its database with it; unless it is only just starting.
    if (!(held instanceof Problem)) throw held;
    server = await startPostgres({ ...options, onlyRunning: held });
  }
  if (!server.adopted) shutdown.add("database", server);
  return server.urlOf(databaseNameOf(configuration));
}
