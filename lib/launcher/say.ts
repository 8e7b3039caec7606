/** Prints a line for the person who started us. */
export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** Whoever read our output may be gone, as npm is after a signal: that must not end us before we have cleaned up. */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

/** "1.4 s": the time since `performance.now()` was `begunAtMs`. */
export function secondsSince(begunAtMs: number): string {
  return `${((performance.now() - begunAtMs) / 1_000).toFixed(1)} s`;
}

/** Prints "what … 1.4 s" around a step that takes a while; on a terminal the words come before the step. */
export async function saying<T>(what: string, step: () => Promise<T>): Promise<T> {
  const begunAtMs = performance.now();
  const { isTTY } = process.stdout;
  if (isTTY) process.stdout.write(`  ${what} … `);
  try {
    const value = await step();
    say(isTTY ? secondsSince(begunAtMs) : `  ${what} … ${secondsSince(begunAtMs)}`);
    return value;
  } catch (error) {
    if (isTTY) say();
    throw error;
  }
}
