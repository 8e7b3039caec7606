import { Amount } from "@/components/domain/amount";
import { Moment } from "@/components/domain/moment";
import { OutcomeBadge } from "@/components/domain/outcome-badge";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { formatDuration } from "@/lib/i18n/duration";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { JustSettled as Settled } from "@/lib/server/operations/list-just-settled";

interface JustSettledProps {
  reader: Reader;
  settled: readonly Settled[];
}

/** What has left the list: so that nobody wonders where a row went, or presses again. */
export function JustSettled({ reader, settled }: JustSettledProps) {
  const { t } = reader;
  return (
    <Panel title={t("unsettled.settled.title")} isFlush className="break-inside-avoid">
      <ul className="text-sm">
        {settled.map(({ operation, settledAt, waitedMs }) => (
          <li
            key={operation.id}
            className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t px-4 py-1.5 first:border-t-0"
          >
            <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              {/* As wide as the widest of them, so that the references stand in one line. */}
              <span className="sm:min-w-27">
                <OutcomeBadge reader={reader} outcome={operation.status} />
              </span>
              <TextLink
                isQuiet
                href={paths.operation(operation.id)}
                className="font-mono [overflow-wrap:anywhere]"
              >
                {operation.reference}
              </TextLink>
              <span className="text-xs text-ink-soft figures">
                <Moment reader={reader} at={settledAt} show="time" precision="seconds" />{" "}
                {t("unsettled.settled.took", { time: formatDuration(waitedMs) })}
              </span>
            </span>
            <Amount
              reader={reader}
              money={operation.amount}
              flow={operation.direction}
              hasCurrency
              className="font-medium max-sm:ml-auto"
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
