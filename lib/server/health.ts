import "server-only";

import { sql } from "kysely";

import type { Desk } from "./desk";
import { log } from "./log";

/** Whether this process may be sent work, and why not. */
export type Readiness = "ready" | "no database" | "clock differs";

/**
 * Further apart, and the instances would not agree on who is idle, whose cookie is old and who asks too
 * often (PCI DSS 10.6: clocks are kept together, and it shows when they are not).
 */
const DRIFT_MAX_MS = 5_000;

/** Whether the database answers, and has the same time as this process. */
export async function readiness({ db, now }: Pick<Desk, "db" | "now">): Promise<Readiness> {
  try {
    const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db);
    const driftMs = Math.abs(now().getTime() - (rows[0]?.at.getTime() ?? 0));
    if (driftMs <= DRIFT_MAX_MS) return "ready";
    log.error({ driftMs }, "this machine's clock is not the database's");
    return "clock differs";
  } catch (error) {
    log.error({ reason: error instanceof Error ? error.message : "unknown" }, "database not ready");
    return "no database";
  }
}
