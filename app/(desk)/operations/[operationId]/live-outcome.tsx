"use client";

import { useEffect, useRef, useState } from "react";

import type { OperationId } from "@/lib/domain/ids";
import { formatDuration } from "@/lib/i18n/duration";
import { formatTime } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { useReader } from "@/lib/i18n/use-reader";

import { lookNowIfDueAction } from "./actions";
import { CheckNow } from "./check-now";
import { useSettling } from "./use-settling";
import type { SettlingState } from "./use-settling";

interface LiveOutcomeProps {
  operationId: OperationId;
  shown: SettlingState;
  /** The desk has credentials of its own and looks in the background. */
  looksByItself: boolean;
  mayCheck: boolean;
  /** A movement waits for an answer: that comes before looking again. */
  isProposed: boolean;
}

/** Keeps the page true while the outcome is open, and says when the desk looked and looks next. */
export function LiveOutcome(props: LiveOutcomeProps) {
  const { operationId, shown, looksByItself, mayCheck, isProposed } = props;
  const { state, liveness, nowMs } = useSettling(operationId, shown);
  const dueAtMs = state.nextLookAtMs;
  const isDue = dueAtMs !== null && nowMs >= dueAtMs;
  const isOurs = !looksByItself && mayCheck;
  const asked = useRef<number>(null);

  // Without credentials of its own the desk reads with those of whoever is looking. Once per due
  // look: what comes of it shows in the journal, and a look that fails has a new time.
  useEffect(() => {
    if (!isOurs || !isDue || asked.current === dueAtMs) return;
    asked.current = dueAtMs;
    void lookNowIfDueAction(operationId).catch(() => null);
  }, [isOurs, isDue, dueAtMs, operationId]);

  if (shown.status !== "unknown") return null;
  return (
    <div className="flex flex-col gap-2 print:hidden">
      {mayCheck && (
        <CheckNow operationId={operationId} variant={isProposed ? "secondary" : "primary"} />
      )}
      <LiveLine {...{ state, liveness, nowMs }} isWaiting={!looksByItself && !mayCheck} />
    </div>
  );
}

interface LiveLineProps extends Pick<
  ReturnType<typeof useSettling>,
  "state" | "liveness" | "nowMs"
> {
  isWaiting: boolean;
}

function LiveLine({ state, liveness, nowMs, isWaiting }: LiveLineProps) {
  const reader = useReader();
  const { t } = reader;
  const { looks } = state;
  const [looksAtFirst] = useState(looks);
  const time = lastLook(reader, state);
  return (
    <div className="text-xs text-ink-soft figures">
      {liveness === "on" ? (
        <p>
          {t("settle.live.looked", { looks, time })}{" "}
          {isWaiting ? t("settle.live.byPeople") : nextLook(reader, state, nowMs)}
        </p>
      ) : (
        <output className="block">{t(`settle.live.${liveness}`)}</output>
      )}
      {/* A countdown read aloud is noise: a look that was made is news. */}
      <output className="sr-only">
        {looks > looksAtFirst && t("settle.live.again", { time })}
      </output>
    </div>
  );
}

function lastLook({ locale, timeZone }: Reader, { lastLookAtMs }: SettlingState): string {
  return lastLookAtMs === null
    ? ""
    : formatTime(locale, timeZone, new Date(lastLookAtMs), "seconds");
}

function nextLook({ t }: Reader, { nextLookAtMs }: SettlingState, nowMs: number): string | null {
  if (nextLookAtMs === null) return null;
  const leftMs = nextLookAtMs - nowMs;
  if (leftMs <= 0) return t("settle.live.now");
  // Rounded up, so that the last second is a second.
  return t("settle.live.nextIn", { time: formatDuration(Math.ceil(leftMs / 1_000) * 1_000) });
}
