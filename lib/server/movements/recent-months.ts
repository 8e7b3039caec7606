import "server-only";

import type { Failure } from "@/lib/domain/failure";
import type { Result } from "@/lib/domain/result";

import type { Desk } from "../desk";
import type { CardMonth } from "./read-month";

/** Long enough for a page and its rows to come from one reading, too short to be called a cache. */
const MAX_AGE_MS = 10_000;
/** A month may hold 100,000 movements: few of them are kept, and none for long. */
const MAX_ENTRIES = 4;

type Reading = Promise<Result<CardMonth, Failure>>;

interface Entry {
  readonly reading: Reading;
  /** Null while the reading is under way: whoever comes meanwhile waits for the same one. */
  doneAtMs: number | null;
}

// On globalThis: Next instantiates the page and the handler that sends its rows in different layers.
declare global {
  var fundsDeskRecentMonths: Map<string, Entry> | undefined;
}

/**
 * The reading under `key` that ended a few seconds ago or is still under way; otherwise, and always
 * when `isFresh`, a new one by `read`. The key must hold everything that the answer depends on: who
 * asks, what for, and what this desk last did there. Failures are not kept.
 */
export async function readRecently(
  desk: Pick<Desk, "now">,
  key: string,
  isFresh: boolean,
  read: () => Reading,
): Reading {
  const entries = (globalThis.fundsDeskRecentMonths ??= new Map());
  const known = entries.get(key);
  const isRecent = known?.doneAtMs == null || desk.now().getTime() - known.doneAtMs < MAX_AGE_MS;
  if (!isFresh && known !== undefined && isRecent) return known.reading;
  const entry: Entry = { reading: read(), doneAtMs: null };
  entries.delete(key);
  entries.set(key, entry);
  for (const oldest of [...entries.keys()].slice(0, -MAX_ENTRIES)) entries.delete(oldest);
  const forget = () => {
    if (entries.get(key) === entry) entries.delete(key);
  };
  let isKept = false;
  try {
    const result = await entry.reading;
    isKept = result.ok;
    entry.doneAtMs = desk.now().getTime();
    return result;
  } finally {
    // Memory is given back even when nobody asks again; the timer keeps no process alive.
    if (isKept) setTimeout(forget, MAX_AGE_MS).unref();
    else forget();
  }
}
