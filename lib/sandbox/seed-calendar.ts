/** A month of the seed, in UTC: where it starts, and how far of it has passed. */
export interface SeedMonth {
  /** "2026-10" */
  readonly name: string;
  readonly startMs: number;
  readonly days: number;
  /** The end of the last day, or now in the month that runs. */
  readonly endMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Movements fall between 13:00 and 24:00 UTC, which is 07:00 to 18:00 in Guatemala: so a month has the
 * same rows in both zones, whichever of the two the feed follows.
 */
const OPENING_HOUR = 13;
const HOURS_OPEN = 11;

/** A position in a month is a whole number of millionths, so that it is the same everywhere. */
export const WHOLE_MONTH = 1_000_000;

const SEED_MONTHS = 14;

/** Fourteen months, oldest first, the last one being the month of `now`. */
export function seedMonths(now: Date): readonly SeedMonth[] {
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth();
  return Array.from({ length: SEED_MONTHS }, (_, index) => {
    const offset = month - (SEED_MONTHS - 1 - index);
    const startMs = Date.UTC(year, offset, 1);
    const nextMs = Date.UTC(year, offset + 1, 1);
    const endMs = Math.min(nextMs, now.getTime());
    const days = Math.max(1, Math.ceil((endMs - startMs) / DAY_MS));
    return { name: new Date(startMs).toISOString().slice(0, 7), startMs, days, endMs };
  });
}

/**
 * The moment at a position (0 to 1,000,000) of a month, in Unix milliseconds. A later position is never
 * an earlier moment, and none is in the future.
 */
export function momentOf(month: SeedMonth, position: number): number {
  const scaled = Math.min(position, WHOLE_MONTH - 1) * month.days;
  const day = Math.floor(scaled / WHOLE_MONTH);
  const within = scaled % WHOLE_MONTH;
  const dayMs = month.startMs + day * DAY_MS;
  const passedMs = Math.min(DAY_MS, month.endMs - dayMs);
  const fromMs = Math.min(OPENING_HOUR * HOUR_MS, Math.floor(passedMs / 2));
  const openMs = Math.min(HOURS_OPEN * HOUR_MS, passedMs - fromMs);
  return dayMs + fromMs + Math.floor((openMs * within) / WHOLE_MONTH);
}

/**
 * 20:30 of the month's last day in Guatemala, which is 02:30 of the next month in UTC. In the first hours
 * of a month that is still to come or would stand between its rows: then the edge itself is taken.
 */
export function lateEveningOf(month: SeedMonth, now: Date): number {
  const isTooEarly = now.getTime() - month.endMs < 5 * HOUR_MS;
  return isTooEarly ? month.endMs : month.endMs + 2 * HOUR_MS + HOUR_MS / 2;
}
