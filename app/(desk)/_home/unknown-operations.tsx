import { CircleCheck } from "lucide-react";

import { OUTCOME_LOOK } from "@/components/domain/outcome-badge";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
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
      <p className="flex items-center gap-2 text-ink-soft">
        <Icon of={CircleCheck} className="text-applied" />
        <span>
          <span className="font-medium text-ink">{t("home.unknown.none")}.</span>{" "}
          {t("home.unknown.noneDetail")}
        </span>
      </p>
    );
  }
  const count = operations.length;
  return (
    <Panel title={t("home.unknown.title")} isFlush>
      <div className="p-4 pb-3">
        <Notice tone="warn" icon={OUTCOME_LOOK.unknown.icon}>
          {isEverybodys ? t("home.unknown.all", { count }) : t("home.unknown.mine", { count })}
        </Notice>
      </div>
      <OperationsTable
        reader={reader}
        label={t("home.unknown.title")}
        operations={operations}
        hasOperator={isEverybodys}
      />
    </Panel>
  );
}
