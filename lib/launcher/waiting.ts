export function sleep(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}

/**
 * Asks `isDone` again and again until it says yes or the time is over; answers whether it said yes.
 * For what no event tells: a file that another process writes, a process that is not our child.
 */
export async function waitUntil(
  isDone: () => boolean | Promise<boolean>,
  timeoutMs: number,
  pauseMs = 25,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (await isDone()) return true;
    if (performance.now() > deadline) return false;
    await sleep(pauseMs);
  }
}
