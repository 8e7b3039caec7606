import { Problem } from "./problem";
import { say } from "./say";
import type { Shutdown } from "./shutdown";
import { sleep } from "./waiting";

export type Service = {
  /** As it is called on the screen: "The sandbox issuer". */
  readonly title: string;
  /** Starts it, adds it to the shutdown, and answers when it is ready. `ended` settles with how it ended. */
  readonly begin: () => Promise<{ readonly ended: Promise<string> }>;
};

const mostRestarts = 3;
const restartWindowMs = 60_000;
/** What ends at once, ends again: the machine is not to be kept busy with it. */
const pauseMs = 300;

/**
 * Starts a service, and starts it again when it ends by itself. Answers when it first is ready.
 * A service that ends again and again, or does not come back, is given up with a Problem.
 */
export async function keepRunning(
  service: Service,
  shutdown: Shutdown,
  giveUp: (problem: unknown) => void,
): Promise<void> {
  const running = await shutdown.including(service.begin());
  void watch(service, running, shutdown).catch(giveUp);
}

async function watch(
  { title, begin }: Service,
  first: { readonly ended: Promise<string> },
  shutdown: Shutdown,
): Promise<void> {
  let running = first;
  let restarts: number[] = [];
  for (;;) {
    const how = await running.ended;
    if (shutdown.isStopping) return;
    restarts = restarts.filter((at) => performance.now() - at < restartWindowMs);
    if (restarts.length >= mostRestarts) {
      throw new Problem(`${title} ${how}, for the ${mostRestarts + 1}th time within a minute.`);
    }
    restarts.push(performance.now());
    say(`${title} ${how}; starting it again.`);
    await sleep(pauseMs);
    running = await shutdown.including(begin());
  }
}
