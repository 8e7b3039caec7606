"use client";

import { usePulse } from "../_pulse/pulse-provider";

/** More than this many are shown as this many: the number is a call, not a report. */
const MOST_SHOWN = 99;

/** How many operations have no known outcome: at the end of the place's row, or at its icon's corner. */
export function NavCount() {
  const { unsettledCount: count } = usePulse();
  if (count === 0) return null;
  return (
    <span className="min-w-5 rounded-full bg-unknown-soft px-1.5 text-center text-xs leading-5 font-medium text-unknown figures max-lg:absolute max-lg:top-0 max-lg:left-1/2 max-lg:ml-1 max-lg:min-w-4 max-lg:px-1 max-lg:leading-4 lg:ml-auto">
      {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
    </span>
  );
}
