"use client";

import { createContext, useCallback, useRef, useState } from "react";
import type { ReactNode } from "react";

import { Notice } from "@/components/ui/notice";
import type { NoticeTone } from "@/components/ui/notice";
import { formatTime } from "@/lib/i18n/format";
import { useReader } from "@/lib/i18n/use-reader";

import { DeskClock } from "./live-clock";
import { useDueLooks } from "./use-due-looks";
import type { DueLook } from "./use-due-looks";
import { useDeskVersion } from "./use-desk-version";
import type { Live } from "./use-desk-version";

/** What a press of "Check now" found, above the list: its row may be gone. */
export interface News {
  readonly tone: NoticeTone;
  readonly words: string;
}

/** Tells the news, and takes the focus there where the row that had it goes away. */
export const TellNews = createContext<(news: News, takesFocus: boolean) => void>(() => undefined);

interface LiveListProps {
  /** Of the list as it was drawn; and when that was, on the desk's clock. */
  version: string;
  renderedAtMs: number;
  /** The looks that this page has to see to; none where the desk looks by itself. */
  looks: readonly DueLook[];
  /** Beside what says whether the list is live. */
  actions: ReactNode;
  children: ReactNode;
}

/** Keeps what is inside up to date and its clocks ticking, and says when it cannot. */
export function LiveList({ version, renderedAtMs, looks, actions, children }: LiveListProps) {
  const { live, nowMs } = useDeskVersion(version, renderedAtMs);
  useDueLooks(looks, nowMs);
  const [news, setNews] = useState<News | null>(null);
  const newsRef = useRef<HTMLDivElement>(null);
  const tell = useCallback((told: News, takesFocus: boolean) => {
    setNews(told);
    if (takesFocus) newsRef.current?.focus();
  }, []);
  return (
    <TellNews value={tell}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 print:hidden">
        {actions}
        <LiveLine live={live} />
      </div>
      <div
        ref={newsRef}
        tabIndex={-1}
        aria-live="polite"
        className="rounded empty:-mt-4 print:hidden"
      >
        {news !== null && <Notice tone={news.tone}>{news.words}</Notice>}
      </div>
      <DeskClock value={nowMs}>{children}</DeskClock>
    </TellNews>
  );
}

function LiveLine({ live }: { live: Live }) {
  const { t, locale, timeZone } = useReader();
  const time = formatTime(locale, timeZone, new Date(live.asOfMs), "seconds");
  if (live.state === "on") {
    return (
      <p className="flex items-center gap-2 text-xs text-ink-soft figures">
        <span aria-hidden className="size-2 rounded-full bg-applied" />
        {t("unsettled.live.on", { time })}
      </p>
    );
  }
  return <Notice tone="warn">{t(`unsettled.live.${live.state}`, { time })}</Notice>;
}
