import { ownEnvironment } from "./own-environment";
import { commandLineOf, parentOf } from "./processes";

const lookEveryMs = 500;

/**
 * Calls back when the npm that started us is gone. npm ends at a signal without waiting for us, and the shell between
 * us does not pass the signal on: nobody would be left to stop the desk.
 */
export function whenOrphaned(callback: () => void): void {
  if (ownEnvironment()["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  // npm → sh -c … → us, unless the shell has made way for us.
  const isShell = / -c /.test(commandLineOf(parent) ?? "");
  const npm = isShell ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(timer);
    callback();
  }, lookEveryMs);
  timer.unref();
}
