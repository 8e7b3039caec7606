import { CircleCheck } from "lucide-react";

import { OUTCOME_LOOK } from "@/components/domain/outcome-badge";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { OperationView } from "@/lib/server/operations/view";

import { OperationsTable } from "./operations-table";

interface UnknownOperationsProps {
  reader: Reader;
  /** The oldest first: it has waited longest. */
  operations: readonly OperationView[];
  /** Everybody's, for who may see them; otherwise one's own. */
  isEverybodys: boolean;
  /** How many the whole desk has, whoever sees them in a list. */
  shiftCount: number;
}

/** What must not be repeated. Patient, at the top of the page; one quiet line when there is none. */
export function UnknownOperations({
  reader,
  operations,
  isEverybodys,
  shiftCount,
}: UnknownOperationsProps) {
  const { t } = reader;
  if (operations.length === 0) {
    return <NoneOfOnesOwn reader={reader} shiftCount={shiftCount} />;
  }
  const count = isEverybodys ? shiftCount : operations.length;
  return (
    <section
      aria-labelledby="unknown-title"
      className="overflow-clip rounded-lg border bg-surface-raised"
    >
      <header className="flex gap-3 bg-unknown-soft px-4 py-3">
        <Icon of={OUTCOME_LOOK.unknown.icon} className="mt-0.5 text-unknown" />
        <div className="flex min-w-0 grow flex-wrap items-end justify-between gap-x-6 gap-y-1">
          <div>
            <h2 id="unknown-title" className="font-semibold">
              {t("home.unknown.title")}
            </h2>
            <p>
              {isEverybodys ? t("home.unknown.all", { count }) : t("home.unknown.mine", { count })}
            </p>
          </div>
          <TextLink href={paths.unsettled()}>
            {t("home.unknown.shift", { count: shiftCount })}
          </TextLink>
        </div>
      </header>
      <OperationsTable
        reader={reader}
        label={t("home.unknown.title")}
        operations={operations}
        hasOperator={isEverybodys}
      />
    </section>
  );
}

/** Nothing to look after; colleagues may have something, and then it is said. */
function NoneOfOnesOwn({
  reader: { t },
  shiftCount,
}: Pick<UnknownOperationsProps, "reader" | "shiftCount">) {
  if (shiftCount > 0) {
    return (
      <p className="flex gap-2 text-ink-soft">
        <Icon of={OUTCOME_LOOK.unknown.icon} className="mt-0.5 text-unknown" />
        <span>
          <span className="font-medium text-ink">{t("home.unknown.noneOfYours")}</span>{" "}
          <TextLink href={paths.unsettled()}>
            {t("home.unknown.shift", { count: shiftCount })}
          </TextLink>
        </span>
      </p>
    );
  }
  return (
    <p className="flex gap-2 text-ink-soft">
      <Icon of={CircleCheck} className="mt-0.5 text-applied" />
      <span>
        <span className="font-medium text-ink">{t("home.unknown.none")}.</span>{" "}
        {t("home.unknown.noneDetail")}
      </span>
    </p>
  );
}
