import { isMainThread } from "node:worker_threads";

import { ownEnvironment } from "./own-environment";

/**
 * Loaded into a child before its own code: when the launcher is gone, even by SIGKILL, the channel to it closes and
 * the child goes, too. Otherwise Next would live on and hold the port.
 */
const hardExitMs = 8_000;

// A child's own children inherit the flag that loads this file, but not the launcher as their parent.
if (isMainThread && ownEnvironment()["DESK_LAUNCHER_PID"] === String(process.ppid)) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), hardExitMs).unref();
    process.kill(process.pid, "SIGTERM");
  });
  // A listener alone would keep a program alive that has nothing left to do.
  process.channel?.unref();
}
