import { Moment } from "@/components/domain/moment";
import type { LineEvent } from "@/lib/domain/journal";
import type { Reader } from "@/lib/i18n/reader";
import type { LineEntry } from "@/lib/server/line/list-line-events";

const MINUTE_MS = 60_000;

interface HistoryProps {
  reader: Reader;
  entries: readonly LineEntry[];
}

/** When sending was stopped and started again, by whom and why; the newest first. */
export function History({ reader, entries }: HistoryProps) {
  const { t } = reader;
  return (
    <ol aria-label={t("line.history.title")} className="flex flex-col">
      {entries.map(({ id, at, by, event }) => {
        const isAutomatic = event.kind === "line.stopped" && event.reason === null;
        return (
          <li
            key={id}
            className="grid gap-x-6 gap-y-1 border-t px-4 py-3 first:border-t-0 sm:grid-cols-[18rem_minmax(0,1fr)]"
          >
            <div>
              <p className="font-medium">{t(`line.history.${wordOf(event)}`)}</p>
              <p className="text-xs text-ink-soft">
                <Moment reader={reader} at={at} precision="seconds" />
                {!isAutomatic && (
                  <>
                    {" · "}
                    {by}
                  </>
                )}
              </p>
            </div>
            <p className="max-w-words whitespace-pre-line [overflow-wrap:anywhere]">
              {whyOf(reader, event)}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function wordOf(event: LineEvent) {
  if (event.kind === "line.resumed") return "resumed";
  return event.reason === null ? "stoppedByItself" : "stopped";
}

function whyOf({ t }: Reader, event: LineEvent): string | null {
  if (event.kind === "line.resumed" || event.share === null) return event.reason;
  const { unknown, sent, windowMs } = event.share;
  return t("line.history.share", {
    unknown: String(unknown),
    sent,
    minutes: Math.round(windowMs / MINUTE_MS),
  });
}
