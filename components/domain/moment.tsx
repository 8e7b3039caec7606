import { formatDateTime, formatTime, timeZoneNames } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";

interface MomentProps {
  reader: Reader;
  /** An instant: a Date or ISO 8601 text. */
  at: Date | string;
  precision?: "minutes" | "seconds";
  /** `time` leaves the date out, for rows under a heading that names the day. */
  show?: "date-time" | "time";
  /** Names the zone after the time, as receipts and stories do. */
  hasZone?: boolean;
}

/** A point in time in the desk's zone. */
export function Moment({
  reader,
  at,
  precision = "minutes",
  show = "date-time",
  hasZone = false,
}: MomentProps) {
  const { locale, timeZone, t } = reader;
  const format = show === "time" ? formatTime : formatDateTime;
  return (
    <time dateTime={new Date(at).toISOString()} className="figures">
      {format(locale, timeZone, at, precision)}
      {hasZone && (
        <span className="text-ink-soft">
          {" "}
          {t("common.time.zone", timeZoneNames(locale, timeZone, at))}
        </span>
      )}
    </time>
  );
}
