import { formatDateTime, timeZoneNames } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";

import type { Stopped } from "./pulse";

/** Since when, by whom and why nothing is sent, as one sentence. Takes the words of `pulse`. */
export function whyStopped({ t, locale, timeZone }: Reader, { since, by, reason }: Stopped) {
  const time = formatDateTime(locale, timeZone, since);
  const zone = t("common.time.zone", timeZoneNames(locale, timeZone, since));
  return reason === null
    ? t("pulse.stopped.byItself", { time, zone })
    : t("pulse.stopped.by", { time, zone, by, reason });
}
