import fs from "node:fs";
import path from "node:path";

/** Some weeks of an ordinary desk; one older file of the same size is kept. */
const largestBytes = 10_000_000;

/** Opens a log for appending, for this account only; the caller closes the descriptor. */
export function openLogFile(file: string): number {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (fs.existsSync(file) && fs.statSync(file).size > largestBytes)
    fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, "a", 0o600);
}
