import { Amount } from "@/components/domain/amount";
import { Moment } from "@/components/domain/moment";
import { OutcomeBadge } from "@/components/domain/outcome-badge";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { counts } from "@/lib/domain/reversal";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { Reversals } from "@/lib/server/operations/read-reversals";
import type { OperationView } from "@/lib/server/operations/view";

interface ReversalPanelProps {
  reader: Reader;
  operation: OperationView;
  reversals: Reversals;
}

/** The governed pair, from either side: what it takes back, or what takes it back and what is left. */
export function ReversalPanel({ reader, operation, reversals: pair }: ReversalPanelProps) {
  const { t } = reader;
  const { original, reversals } = pair;
  if (original === null && reversals.length === 0) return null;
  return (
    <Panel title={t("reversal.title")} isFlush>
      {original !== null && (
        <Partners reader={reader} label={t("reversal.takesBack")} operations={[original]} />
      )}
      {reversals.length > 0 && (
        <Partners reader={reader} label={t("reversal.reversedBy")} operations={reversals} />
      )}
      {operation.status === "applied" && reversals.length > 0 && (
        <Left reader={reader} reversals={pair} />
      )}
    </Panel>
  );
}

interface PartnersProps {
  reader: Reader;
  label: string;
  operations: readonly OperationView[];
}

function Partners({ reader, label, operations }: PartnersProps) {
  return (
    <section aria-label={label} className="border-b px-4 py-3 last:border-b-0">
      <h3 className="text-xs text-ink-soft">{label}</h3>
      <ul className="flex flex-col">
        {operations.map((operation) => (
          <li
            key={operation.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-t py-2 first:border-t-0 last:pb-0"
          >
            <span className="flex min-w-0 flex-col">
              <TextLink
                href={paths.operation(operation.id)}
                className="font-mono [overflow-wrap:anywhere]"
              >
                {operation.reference}
              </TextLink>
              <span className="text-xs text-ink-soft">
                <Moment reader={reader} at={operation.createdAt} />
                {" · "}
                {operation.operatorName}
              </span>
            </span>
            <span className="flex items-baseline gap-3">
              <Amount
                reader={reader}
                money={operation.amount}
                flow={operation.direction}
                hasCurrency
                className="font-medium"
              />
              <OutcomeBadge reader={reader} outcome={operation.status} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Left({ reader, reversals: pair }: Omit<ReversalPanelProps, "operation">) {
  const { t } = reader;
  const { left, reversals } = pair;
  const isOpen = reversals.some(({ status }) => status === "unknown" || status === "intended");
  const hasAny = reversals.some(counts);
  return (
    <div className="flex flex-col gap-1 px-4 py-3">
      {left.units === 0n ? (
        <p className="font-medium">{t("reversal.inFull")}</p>
      ) : (
        <p className="flex items-baseline justify-between gap-4">
          <span className="text-ink-soft">{t("reversal.left")}</span>
          <Amount reader={reader} money={left} hasCurrency className="font-medium" />
        </p>
      )}
      {!hasAny && (
        <p className="text-xs text-ink-soft">{t("reversal.tries", { count: reversals.length })}</p>
      )}
      {isOpen && <p className="text-xs text-ink-soft">{t("reversal.waits")}</p>}
    </div>
  );
}
