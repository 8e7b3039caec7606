import type { Stoppable } from "./child";
import { sleep } from "./waiting";

type StepName = "build" | "server" | "sandbox" | "database" | "lock";

/**
 * What is stopped first, and how long it may take. The server drains while its issuer and its database are there.
 * The sum stays under ten seconds, whatever hangs.
 */
const order: ReadonlyMap<StepName, number> = new Map([
  ["build", 500],
  ["server", 4_500],
  ["sandbox", 1_000],
  ["database", 2_500],
  ["lock", 0],
]);

/** Signals come twice when npm passes on what the terminal has already sent: only a later one is a person's. */
const echoMs = 1_000;

/** Everything that has been started, so that it can be stopped in order. */
export class Shutdown {
  readonly #steps = new Map<StepName, Stoppable>();
  readonly #unfinished = new Set<Promise<unknown>>();
  #running: Promise<void> | undefined;
  #begunAt = 0;

  get isStopping(): boolean {
    return this.#running !== undefined;
  }

  /** Whether anything but the lock is to be stopped. */
  get hasServices(): boolean {
    return [...this.#steps.keys()].some((name) => name !== "lock");
  }

  /** Puts a thing on the list. What comes too late, when everything is being stopped, is ended at once. */
  add(name: StepName, step: Stoppable): void {
    if (this.isStopping) step.kill();
    else this.#steps.set(name, step);
  }

  /** Takes a thing off the list that has ended by itself. */
  remove(name: StepName): void {
    this.#steps.delete(name);
  }

  /** Waits for a start that adds its step only when it is done: a stop in between must not overlook it. */
  async including<T>(start: Promise<T>): Promise<T> {
    this.#unfinished.add(start);
    try {
      return await start;
    } finally {
      this.#unfinished.delete(start);
    }
  }

  /** Stops everything. Called again after a moment, it ends what is left by force. */
  run(): Promise<void> {
    if (!this.#running) {
      this.#begunAt = performance.now();
      this.#running = this.#stopAll();
    } else if (performance.now() - this.#begunAt > echoMs) {
      for (const name of order.keys()) this.#steps.get(name)?.kill();
    }
    return this.#running;
  }

  async #stopAll(): Promise<void> {
    await Promise.race([Promise.allSettled(this.#unfinished), sleep(1_000)]);
    for (const [name, timeoutMs] of order) {
      await this.#steps.get(name)?.stop(timeoutMs);
      this.remove(name);
    }
  }
}
