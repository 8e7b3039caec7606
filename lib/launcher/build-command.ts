import path from "node:path";

import { ensureBuild } from "./build";
import { loadEnvFiles } from "./configuration";
import { ownEnvironment } from "./own-environment";
import { explain } from "./problem";
import { say } from "./say";
import { Shutdown } from "./shutdown";

const root = process.cwd();
const shutdown = new Shutdown();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => void shutdown.run());

try {
  loadEnvFiles(root, false);
  const logDir = path.join(root, ".data", "log");
  const how = await ensureBuild(root, ownEnvironment(), logDir, shutdown);
  if (how === "was built") say("This source has been built before.");
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exitCode = 1;
}
