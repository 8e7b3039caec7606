import { formatTime } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import type { UnsettledOperation } from "@/lib/server/operations/list-unsettled";

import { NextLook } from "./live-clock";
import { Soft } from "./soft";

interface LooksProps {
  reader: Reader;
  row: UnsettledOperation;
}

/** When the desk looks for it next, and how often it has. */
export function Looks({ reader, row }: LooksProps) {
  const { t, locale, timeZone } = reader;
  const { looks, lastLook, nextLookAt } = row;
  const timeOf = (at: Date) => formatTime(locale, timeZone, at, "seconds");
  return (
    <>
      {nextLookAt !== null && (
        <>
          <span className="whitespace-nowrap print:hidden">
            <NextLook atMs={nextLookAt.getTime()} />
          </span>
          {/* On paper nothing counts down. */}
          <span className="hidden print:inline">
            {t("unsettled.next.at", { time: timeOf(nextLookAt) })}
          </span>
        </>
      )}
      <Soft>
        {lastLook === null
          ? t("unsettled.next.none")
          : t("unsettled.look.looks", { count: looks, time: timeOf(lastLook.at) })}
      </Soft>
    </>
  );
}
