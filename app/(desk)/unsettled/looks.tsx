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
  const time = lastLook === null ? null : formatTime(locale, timeZone, lastLook.at, "seconds");
  return (
    <>
      {nextLookAt !== null && (
        <span className="whitespace-nowrap">
          <NextLook atMs={nextLookAt.getTime()} />
        </span>
      )}
      <Soft>
        {time === null
          ? t("unsettled.next.none")
          : t("unsettled.look.looks", { count: looks, time })}
      </Soft>
    </>
  );
}
