import type { Reader } from "@/lib/i18n/reader";

/** On paper only: where the one shift and the other sign. */
export function Signatures({ reader: { t } }: { reader: Pick<Reader, "t"> }) {
  return (
    <div className="mt-12 hidden break-inside-avoid grid-cols-2 gap-12 print:grid">
      <p className="border-t border-line-strong pt-1 text-xs">{t("unsettled.handover.gives")}</p>
      <p className="border-t border-line-strong pt-1 text-xs">{t("unsettled.handover.takes")}</p>
    </div>
  );
}
