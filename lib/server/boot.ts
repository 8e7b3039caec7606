import "server-only";

import { desk } from "./desk";
import { deskEnv } from "./env";
import { log } from "./log";
import { markAbandoned } from "./operations/mark-abandoned";

const SWEEP_INTERVAL_MS = 10_000;

/**
 * What a server process does before its first request: it refuses to serve with a broken
 * configuration, and begins to look after operations whose sender is gone.
 */
export async function boot(): Promise<void> {
  deskEnv();
  await sweep();
  setInterval(() => void sweep(), SWEEP_INTERVAL_MS).unref();
}

async function sweep(): Promise<void> {
  try {
    const count = await markAbandoned(desk());
    if (count > 0) log.warn({ count }, "operations without a sender are unknown now");
  } catch (error) {
    // The database may be away for a moment; the next sweep finds what this one did not.
    log.error({ reason: error instanceof Error ? error.message : "unknown" }, "sweep failed");
  }
}
