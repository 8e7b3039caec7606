"use client";

import { use } from "react";

import { formatDateTime, timeZoneNames } from "@/lib/i18n/format";
import { useReader } from "@/lib/i18n/use-reader";

import { DeskClock } from "./live-clock";

/** On paper only: what this sheet is, as of when, and who printed it. */
export function HandoverHead({ name }: { name: string }) {
  const { t, locale, timeZone } = useReader();
  // The page may have stood for an hour without a change: the paper says when it was printed.
  const now = new Date(use(DeskClock));
  const zone = t("common.time.zone", timeZoneNames(locale, timeZone, now));
  const time = `${formatDateTime(locale, timeZone, now)}, ${zone}`;
  return (
    <header className="hidden flex-col gap-0.5 print:flex">
      <p className="text-lg font-semibold">{t("unsettled.handover.title")}</p>
      <p className="text-ink-soft">{t("unsettled.handover.printed", { time, name })}</p>
    </header>
  );
}
