import "server-only";

import type { Desk, Origin } from "../desk";
import { addressKey, spendRate } from "../rates";

const KNOWN_FOR_MS = 30 * 24 * 3_600_000;
/** Enough for an office; not enough to keep the processors busy with passwords. */
const CHECKS_PER_MINUTE = 120;

/**
 * Whether somebody has lately worked with this account of ours from the network that asks now. They go on
 * while strangers fail from there: an office is one address, and who sits in it must not be able to shut
 * everybody out of the desk.
 */
export async function hasWorkedFromHere(
  { db, now }: Pick<Desk, "db" | "now">,
  { address }: Origin,
  email: string,
): Promise<boolean> {
  if (address === null) return false;
  const rows = await db
    .selectFrom("sessions")
    .innerJoin("operators", "operators.id", "sessions.operator_id")
    .select("sessions.address")
    .distinct()
    .where("operators.email", "=", email)
    .where("operators.provider_subject", "is", null)
    .where("sessions.created_at", ">", new Date(now().getTime() - KNOWN_FOR_MS))
    .execute();
  const here = addressKey(address);
  return rows.some((row) => row.address !== null && addressKey(row.address) === here);
}

/** Whether one more password may be checked for a network from which too many have failed. */
export async function mayCheckFromBusy(
  desk: Pick<Desk, "db" | "now">,
  { address }: Origin,
): Promise<boolean> {
  const key = addressKey(`sign-in ${address ?? "unknown"}`);
  return (await spendRate(desk, key, CHECKS_PER_MINUTE)) === null;
}
