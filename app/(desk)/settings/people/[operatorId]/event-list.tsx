import { Moment } from "@/components/domain/moment";
import type { Reader } from "@/lib/i18n/reader";
import type { PersonEvent } from "@/lib/server/operators/list-person-events";

import { eventDetail } from "./event-detail";

/** What happened with an account; the newest first. */
export function EventList({ reader, events }: { reader: Reader; events: readonly PersonEvent[] }) {
  const { t } = reader;
  return (
    <ol aria-label={t("people.events.title")} className="flex flex-col">
      {events.map(({ id, at, by, isByThem, address, event }) => {
        const about = [
          isByThem || by === "" ? null : t("people.events.by", { name: by }),
          address === null ? null : t("people.events.from", { address }),
        ].filter((words) => words !== null);
        return (
          <li
            key={id}
            className="grid gap-x-6 gap-y-0.5 border-t px-4 py-2 first:border-t-0 sm:grid-cols-[11rem_minmax(0,1fr)_minmax(0,16rem)]"
          >
            <span className="text-ink-soft">
              <Moment reader={reader} at={at} precision="seconds" />
            </span>
            <span className="[overflow-wrap:anywhere]">
              <span className="font-medium">{t(`people.event.${event.kind}`)}</span>
              <span className="text-ink-soft">{after(eventDetail(reader, event))}</span>
            </span>
            <span className="text-xs leading-5 text-ink-soft [overflow-wrap:anywhere]">
              {about.join(" ")}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const after = (detail: string | null) => (detail === null ? null : ` · ${detail}`);
