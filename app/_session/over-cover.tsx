"use client";

import { buttonStyle } from "@/components/ui/button-style";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import { Cover } from "./cover";
import type { SessionFacts } from "./facts";

interface OverCoverProps {
  why: "expired" | "ended";
  facts: SessionFacts;
}

/** The session is over: what it leaves behind is safe, and one signs in again. */
export function OverCover({ why, facts }: OverCoverProps) {
  const { t } = useReader();
  const { pathname, search } = window.location;
  return (
    <Cover titleId="over-title" tabTitle={t(`session.over.${why}`)}>
      <div className="flex flex-col gap-1">
        <h1 id="over-title" className="text-lg font-semibold">
          {t(`session.over.${why}`)}
        </h1>
        <p className="text-ink-soft">{t(`session.over.${why}Lead`, { hours: facts.hours })}</p>
      </div>
      {/* A full load and not a step of the router: nothing of the page is kept. */}
      <a href={paths.signIn(pathname + search)} className={buttonStyle("primary", "lg")}>
        {t("session.over.signIn")}
      </a>
    </Cover>
  );
}
