/** What one figure is made of: how many, how fast, and how long each took. */
export interface Measured {
  readonly total: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/**
 * Lets each caller do the work again and again, after each other, all callers at once: a quarter of
 * the time to warm up, then `durationMs` that count. `total` is of both, for what is counted outside.
 */
export async function inParallel<C>(
  callers: readonly C[],
  durationMs: number,
  work: (caller: C) => Promise<void>,
): Promise<Measured> {
  let total = 0;
  const tookMs: number[] = [];
  const countFromMs = performance.now() + durationMs / 4;
  const endAtMs = countFromMs + durationMs;
  await Promise.all(
    callers.map(async (caller) => {
      for (let begunAtMs = performance.now(); begunAtMs < endAtMs; begunAtMs = performance.now()) {
        await work(caller);
        total += 1;
        if (begunAtMs >= countFromMs) tookMs.push(performance.now() - begunAtMs);
      }
    }),
  );
  const seconds = (performance.now() - countFromMs) / 1_000;
  const sorted = tookMs.toSorted((a, b) => a - b);
  const share = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  return { total, perSecond: tookMs.length / seconds, p50Ms: share(0.5), p99Ms: share(0.99) };
}

export const titles = `  ${"".padEnd(32)}${["per second", "p50", "p99"].map((title) => title.padStart(12)).join("")}`;

/** One line of the table. */
export function row(title: string, { perSecond, p50Ms, p99Ms }: Measured): string {
  const figures = [perSecond.toFixed(0), p50Ms.toFixed(1), p99Ms.toFixed(1)];
  return `  ${title.padEnd(32)}${figures.map((figure) => figure.padStart(12)).join("")}`;
}
