import { Moment } from "@/components/domain/moment";
import { Panel } from "@/components/ui/panel";
import type { OperationEvent } from "@/lib/domain/journal";
import type { Reader } from "@/lib/i18n/reader";
import type { StoryEntry } from "@/lib/server/operations/read-operation";

import { LooksDetail, StoryDetail } from "./story-detail";

interface StoryProps {
  reader: Reader;
  entries: readonly StoryEntry[];
}

/** What happened to the operation, in the order in which the journal has it. */
export function Story({ reader, entries }: StoryProps) {
  const { t } = reader;
  return (
    <Panel title={t("story.timeline")}>
      <ol className="flex flex-col">
        {foldLooks(entries).map(({ entry, earlier }, index) => (
          <li
            key={index}
            className="relative flex flex-col gap-0.5 border-l-2 border-line pb-4 pl-4 last:pb-0"
          >
            <span
              aria-hidden
              className="absolute top-1.5 -left-[5px] size-2 rounded-full bg-line-strong"
            />
            <p className="font-medium">{t(`story.event.${titleOf(entry.event)}`)}</p>
            <p className="text-xs text-ink-soft">
              <Moment reader={reader} at={entry.at} precision="seconds" />
              {" · "}
              {entry.role === "desk" ? t("story.desk") : entry.by}
            </p>
            <div className="flex flex-col gap-0.5 text-xs">
              {earlier.length > 0 && (
                <LooksDetail reader={reader} times={[...earlier, entry].map(({ at }) => at)} />
              )}
              <StoryDetail reader={reader} event={entry.event} />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface Told {
  readonly entry: StoryEntry;
  /** Looks of the same person that came right before and found nothing either. */
  readonly earlier: readonly StoryEntry[];
}

/** A search that goes on for hours is one entry, the last look of it, and not fifty. */
function foldLooks(entries: readonly StoryEntry[]): readonly Told[] {
  const told: Told[] = [];
  for (const entry of entries) {
    const last = told.at(-1);
    const isMore =
      entry.event.kind === "operation.checked" &&
      last?.entry.event.kind === "operation.checked" &&
      last.entry.by === entry.by;
    if (isMore) told[told.length - 1] = { entry, earlier: [...last.earlier, last.entry] };
    else told.push({ entry, earlier: [] });
  }
  return told;
}

/** The word of `story.event` for an event. */
function titleOf(event: OperationEvent) {
  if (event.kind === "operation.settled" && event.how === "proposal") return "confirmed";
  if (event.kind === "operation.settled-by-hand") return `by-hand-${event.outcome}` as const;
  return SHORT_KINDS[event.kind];
}

/** The words are grouped by the last part of an event's kind. */
const SHORT_KINDS = {
  "operation.intended": "intended",
  "operation.applied": "applied",
  "operation.refused": "refused",
  "operation.unknown": "unknown",
  "operation.checked": "checked",
  "operation.settled": "settled",
  "operation.proposed": "proposed",
  "operation.proposal-rejected": "proposal-rejected",
  "operation.proven-absent": "proven-absent",
  "operation.noted": "noted",
} as const satisfies Record<Exclude<OperationEvent["kind"], "operation.settled-by-hand">, string>;
