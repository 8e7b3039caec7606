import "server-only";

import { sweepLocks } from "./auth/sign-in-locks";
import { desk } from "./desk";
import { deskEnv } from "./env";
import { sweepTokens } from "./issuer/token-store";
import { sweepRecentEntries } from "./journal/append-once-a-minute";
import { log } from "./log";
import { markAbandoned } from "./operations/mark-abandoned";
import { sweepRates } from "./rates";
import { startSettling } from "./settling/settling-queue";
import type { SettlingQueue } from "./settling/settling-queue";

const ROUND_MS = 2_000;
/** Of tokens that a crash or an expiry left, and of those who have not asked or failed lately. */
const SWEEP_MS = 60_000;

/**
 * What a server process does before its first request: it refuses to serve with a broken
 * configuration, and begins to look after operations whose sender is gone and those whose outcome is
 * unknown.
 */
export async function boot(): Promise<void> {
  deskEnv();
  await round();
  keepGoing();
}

function keepGoing(): void {
  // After each other and not at a fixed rate: a database that is slow must not be asked twice at once.
  setTimeout(() => void round().finally(keepGoing), ROUND_MS).unref();
}

let queue: SettlingQueue | undefined;
let sweptAtMs = -Infinity;

async function round(): Promise<void> {
  try {
    const count = await markAbandoned(desk());
    if (count > 0) log.warn({ count }, "operations without a sender are unknown now");
    if (performance.now() - sweptAtMs > SWEEP_MS) {
      sweptAtMs = performance.now();
      await sweepTokens(desk());
      await sweepRecentEntries(desk());
      await sweepRates(desk());
      await sweepLocks(desk());
    }
    // Without credentials of its own the desk looks with the token of whoever has the operation open.
    if (desk().issuer.service === null) return;
    queue ??= await startSettling(desk(), deskEnv().databaseUrl);
    await queue.enqueueDue();
  } catch (error) {
    // The database may be away for a moment; the next round finds what this one did not.
    log.error({ reason: error instanceof Error ? error.message : "unknown" }, "round failed");
  }
}
