import { CircleCheck } from "lucide-react";

import { OUTCOME_LOOK } from "@/components/domain/outcome-badge";
import { Icon } from "@/components/ui/icon";
import type { Reader } from "@/lib/i18n/reader";
import type { OperationView } from "@/lib/server/operations/view";

import { OperationsTable } from "./operations-table";

interface UnknownOperationsProps {
  reader: Reader;
  /** The oldest first: it has waited longest. */
  operations: readonly OperationView[];
  /** Everybody's, for who may see them; otherwise one's own. */
  isEverybodys: boolean;
}

/** What must not be repeated. Patient, at the top of the page; one quiet line when there is none. */
export function UnknownOperations({ reader, operations, isEverybodys }: UnknownOperationsProps) {
  const { t } = reader;
  if (operations.length === 0) {
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
  const count = operations.length;
  return (
    <section
      aria-labelledby="unknown-title"
      className="overflow-clip rounded-lg border bg-surface-raised"
    >
      <header className="flex gap-3 bg-unknown-soft px-4 py-3">
        <Icon of={OUTCOME_LOOK.unknown.icon} className="mt-0.5 text-unknown" />
        <div>
          <h2 id="unknown-title" className="font-semibold">
            {t("home.unknown.title")}
          </h2>
          <p>
            {isEverybodys ? t("home.unknown.all", { count }) : t("home.unknown.mine", { count })}
          </p>
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
