"use client";

import { createContext, use } from "react";

import { formatDuration } from "@/lib/i18n/duration";
import { useReader } from "@/lib/i18n/use-reader";

/** The desk's clock in milliseconds, as it ticks in the browser. */
export const DeskClock = createContext(0);

/** How long something has waited; counts up. */
export function Waited({ sinceMs }: { sinceMs: number }) {
  return formatDuration(use(DeskClock) - sinceMs);
}

/** How long until the next look; counts down, and never below "now". */
export function NextLook({ atMs }: { atMs: number }) {
  const { t } = useReader();
  const leftMs = atMs - use(DeskClock);
  if (leftMs <= 0) return t("unsettled.next.due");
  // Rounded up, so that the last second is a second.
  return t("unsettled.next.in", { time: formatDuration(Math.ceil(leftMs / 1_000) * 1_000) });
}
