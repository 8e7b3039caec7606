import type { Operator } from "@/lib/domain/operator";
import { formatDateTime, timeZoneNames } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";

interface HandoverHeadProps {
  reader: Reader;
  operator: Pick<Operator, "name">;
  now: Date;
}

/** On paper only: what this sheet is, of when, and who printed it. */
export function HandoverHead({ reader, operator, now }: HandoverHeadProps) {
  const { t, locale, timeZone } = reader;
  const zone = t("common.time.zone", timeZoneNames(locale, timeZone, now));
  const time = `${formatDateTime(locale, timeZone, now)} ${zone}`;
  return (
    <header className="hidden flex-col gap-0.5 print:flex">
      <p className="text-lg font-semibold">{t("unsettled.handover.title")}</p>
      <p className="text-ink-soft">
        {t("unsettled.handover.printed", { time, name: operator.name })}
      </p>
    </header>
  );
}

/** On paper only: where the one shift and the other sign. */
export function Signatures({ reader: { t } }: { reader: Pick<Reader, "t"> }) {
  return (
    <div className="mt-12 hidden break-inside-avoid grid-cols-2 gap-12 print:grid">
      <p className="border-t border-line-strong pt-1 text-xs">{t("unsettled.handover.gives")}</p>
      <p className="border-t border-line-strong pt-1 text-xs">{t("unsettled.handover.takes")}</p>
    </div>
  );
}
