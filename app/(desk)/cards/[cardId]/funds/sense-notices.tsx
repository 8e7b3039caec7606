"use client";

import { CircleCheck, CircleQuestionMark } from "lucide-react";
import { useEffect, useRef } from "react";

import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { NOTE_MAX } from "@/lib/domain/note";
import { countCharacters } from "@/lib/domain/text";
import { formatAgo } from "@/lib/i18n/ago";
import { formatCount } from "@/lib/i18n/format";
import { useReader } from "@/lib/i18n/use-reader";

import type { Sense, Sensed } from "./sense";
import { SensedOperations } from "./sensed-operations";

const HOUR_MS = 3_600_000;

export interface GoOnReason {
  readonly text: string;
  readonly isNeeded: boolean;
  /** What is wrong with it, in words. */
  readonly error: string | undefined;
  /** Another object each time that somebody tried to send without it. */
  readonly asked: object | null;
  readonly onChange: (text: string) => void;
}

interface SenseNoticesProps {
  sense: Sense;
  reason: GoOnReason;
  onNewReference: () => void;
}

/** What was done before, beside what is about to be done. Nothing of it keeps anybody from sending. */
export function SenseNotices({ sense, reason, onNewReference }: SenseNoticesProps) {
  const { t } = useReader();
  if (sense.kind === "looking") {
    return (
      <Loading label={t("sense.looking")} className="flex h-5 items-center">
        <Skeleton className="h-3 w-72 max-w-full" />
      </Loading>
    );
  }
  const found = sense.kind === "sensed" ? sense.found : null;
  return (
    <>
      {found === null && <p className="text-ink-soft">{t("sense.failed")}</p>}
      {found !== null && isClear(found) && <Clear windowMs={found.windowMs} />}
      {found !== null && found.referenceOwner !== null && (
        <ReferenceUsed found={found} onNewReference={onNewReference} />
      )}
      {(reason.isNeeded || (found !== null && found.similar.length > 0)) && (
        <SimilarOnes found={found} reason={reason} />
      )}
      {found !== null && found.unsettled.length > 0 && <Unsettled found={found} />}
    </>
  );
}

function isClear({ similar, unsettled, referenceOwner }: Sensed): boolean {
  return similar.length + unsettled.length === 0 && referenceOwner === null;
}

function Clear({ windowMs }: { windowMs: number }) {
  const { t } = useReader();
  return (
    <p className="flex gap-2 text-ink-soft">
      <Icon of={CircleCheck} className="mt-0.5 text-applied" />
      {windowMs === 0
        ? t("sense.clearUnsettled")
        : t("sense.clear", { hours: Math.round(windowMs / HOUR_MS) })}
    </p>
  );
}

function SimilarOnes({ found, reason }: { found: Sensed | null; reason: GoOnReason }) {
  const { t, locale } = useReader();
  const newest = found?.similar[0];
  const field = useRef<HTMLTextAreaElement>(null);
  // Focus lives outside of React, and the field may have been drawn only now.
  useEffect(() => {
    if (reason.asked !== null) field.current?.focus();
  }, [reason.asked]);
  const used = countCharacters(reason.text.trim());
  return (
    <Notice
      tone="warn"
      title={
        found !== null &&
        newest !== undefined &&
        t("sense.similar.title", {
          count: found.similarCount,
          ago: formatAgo(locale, Date.parse(found.now) - Date.parse(newest.at)),
        })
      }
      className="*:flex-1 *:first:flex-none"
    >
      {found !== null && newest !== undefined && (
        <>
          <p>{t("sense.similar.detail", { count: found.similarCount })}</p>
          <SensedOperations operations={found.similar} now={found.now} />
          {found.similarCount > found.similar.length && (
            <p className="text-xs text-ink-soft">
              {t("sense.similar.newest", {
                shown: formatCount(locale, found.similar.length),
                count: formatCount(locale, found.similarCount),
              })}
            </p>
          )}
        </>
      )}
      <TextAreaField
        ref={field}
        className="mt-2"
        label={t("sense.reason")}
        help={t("sense.reasonHelp")}
        error={reason.error}
        aria-required
        rows={2}
        value={reason.text}
        onChange={(event) => reason.onChange(event.target.value)}
        counter={{
          used,
          limit: NOTE_MAX,
          label: t("funds.charactersLeft", { count: Math.max(0, NOTE_MAX - used) }),
        }}
      />
    </Notice>
  );
}

function Unsettled({ found }: { found: Sensed }) {
  const { t } = useReader();
  return (
    <Notice
      tone="warn"
      icon={CircleQuestionMark}
      title={t("sense.unsettled.title", { count: found.unsettled.length })}
      className="*:flex-1 *:first:flex-none"
    >
      <p>{t("sense.unsettled.detail", { count: found.unsettled.length })}</p>
      <SensedOperations operations={found.unsettled} now={found.now} />
    </Notice>
  );
}

function ReferenceUsed({ found, onNewReference }: { found: Sensed; onNewReference: () => void }) {
  const { t } = useReader();
  if (found.referenceOwner === null) return null;
  return (
    <Notice
      tone="error"
      title={t("sense.reference.title")}
      className="*:flex-1 *:first:flex-none"
      actions={<Button onClick={onNewReference}>{t("sense.reference.another")}</Button>}
    >
      <p>{t("sense.reference.detail")}</p>
      <SensedOperations operations={[found.referenceOwner]} now={found.now} />
    </Notice>
  );
}
