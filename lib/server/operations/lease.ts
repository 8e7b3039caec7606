import "server-only";

import { sql } from "kysely";

import type { OperationId } from "@/lib/domain/ids";

import { now } from "../clock";
import type { Database } from "../db/connect";
import type { Desk } from "../desk";
import { log } from "../log";

/**
 * A sender's hold on one operation. While it is held, nobody takes the operation for abandoned; it is
 * renewed as long as this process lives and reaches the database.
 */
export interface Lease {
  /** Whether nobody can have taken the operation yet. Asked right before a byte leaves. */
  isHeld(): boolean;
  end(): void;
}

/** Both clocks, because one stops while a machine sleeps and the other can be set. */
interface Instant {
  readonly steadyMs: number;
  readonly wallMs: number;
}

interface Held {
  readonly operationId: OperationId;
  renewedAt: Instant;
  readonly db: Database;
  readonly leaseMs: number;
}

// On globalThis because Next instantiates modules once per layer: one renewal serves them all.
declare global {
  var operationLeases: Set<Held> | undefined;
}

const leases = (globalThis.operationLeases ??= new Set<Held>());
const RENEWALS_PER_LEASE = 4;
/** Ours ends before the database's does, whatever the two clocks lose against each other. */
const SAFE_PART = 0.9;

/** When a lease that begins now will have ended, as an expression on the database's clock. */
export function leaseEnd({ leaseMs }: Pick<Desk, "leaseMs">) {
  return sql<Date>`clock_timestamp() + ${leaseMs}::float8 * interval '1 millisecond'`;
}

/**
 * Holds an operation from now on. Call it before the operation's row is written: the lease in the row
 * then begins later than this one, and ends later.
 */
export function holdLease({ db, leaseMs }: Desk, operationId: OperationId): Lease {
  const held: Held = { operationId, renewedAt: instant(), db, leaseMs };
  leases.add(held);
  scheduleRenewal(leaseMs);
  return {
    isHeld: () => elapsedMs(held.renewedAt) < leaseMs * SAFE_PART,
    end: () => void leases.delete(held),
  };
}

let renewal: NodeJS.Timeout | undefined;

function scheduleRenewal(leaseMs: number): void {
  if (renewal !== undefined) return;
  renewal = setTimeout(() => {
    void renewAll().finally(() => {
      renewal = undefined;
      if (leases.size > 0) scheduleRenewal(leaseMs);
    });
  }, leaseMs / RENEWALS_PER_LEASE);
  renewal.unref();
}

async function renewAll(): Promise<void> {
  const databases = new Set([...leases].map((held) => held.db));
  for (const db of databases) await renew(db);
}

async function renew(db: Database): Promise<void> {
  const renewedAt = instant();
  const held = [...leases].filter((one) => one.db === db);
  const [first] = held;
  if (first === undefined) return;
  try {
    const rows = await db
      .updateTable("operations")
      .set({ lease_until: leaseEnd(first) })
      .where(
        "id",
        "in",
        held.map((one) => one.operationId),
      )
      .where("status", "=", "intended")
      .returning("id")
      .execute();
    const kept = new Set<string>(rows.map((row) => row.id));
    for (const one of held) if (kept.has(one.operationId)) one.renewedAt = renewedAt;
  } catch (error) {
    // The database is away: the lease runs out by itself, and whoever holds it sends no more.
    log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "leases not renewed");
  }
}

function instant(): Instant {
  return { steadyMs: performance.now(), wallMs: now().getTime() };
}

function elapsedMs(since: Instant): number {
  const { steadyMs, wallMs } = instant();
  return Math.max(steadyMs - since.steadyMs, wallMs - since.wallMs);
}
