import "server-only";

import type { Actor, Desk } from "./desk";
import { readLine } from "./line/read-line";
import { countUnsettled } from "./operations/count-unsettled";

/** What every page shows of the whole desk, and asks for again while it is open. */
export async function readPulse(desk: Desk, actor: Actor) {
  const [{ stopped }, unsettledCount] = await Promise.all([
    readLine(desk),
    countUnsettled(desk, actor),
  ]);
  return {
    line: { stopped: stopped && { ...stopped, since: stopped.since.toISOString() } },
    unsettledCount,
  };
}
