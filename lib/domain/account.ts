/** What an account of the desk can be; whoever is not active does not get in. */
export const ACCOUNT_STATES = ["active", "disabled", "locked-out", "dormant"] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** PCI DSS 8.2.6: who has not signed in for ninety days is shut out until somebody lets them in again. */
const DORMANT_AFTER_MS = 90 * 24 * 3_600_000;

interface Presence {
  readonly createdAt: Date;
  readonly enabledAt: Date | null;
  readonly lastSignedInAt: Date | null;
}

/** Whether an account has not been used for so long that it is shut out. */
export function isDormant({ createdAt, enabledAt, lastSignedInAt }: Presence, now: Date): boolean {
  const signs = [createdAt, enabledAt, lastSignedInAt].map((at) => at?.getTime() ?? 0);
  return now.getTime() - Math.max(...signs) >= DORMANT_AFTER_MS;
}

export interface Account extends Presence {
  readonly disabledAt: Date | null;
  /** Until when too many failures keep everybody out of it. */
  readonly lockedUntil: Date | null;
}

/** How an account stands: what an administrator decided first, then what passes by itself. */
export function accountState(account: Account, now: Date): AccountState {
  if (account.disabledAt !== null) return "disabled";
  if (account.lockedUntil !== null && account.lockedUntil > now) return "locked-out";
  return isDormant(account, now) ? "dormant" : "active";
}
