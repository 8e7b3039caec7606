import { CircleCheck, ListChecks } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { OperationStatus } from "@/lib/domain/journal";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

interface NoOperationsProps {
  reader: Pick<Reader, "t">;
  status: OperationStatus | null;
  page: number;
}

/** Where operations would be: why there are none, and the next step. */
export function NoOperations({ reader: { t }, status, page }: NoOperationsProps) {
  if (page > 1) {
    return (
      <EmptyState
        icon={ListChecks}
        title={t("operations.emptyPage")}
        actions={
          <LinkButton href={paths.operations({ status })}>{t("operations.firstPage")}</LinkButton>
        }
      />
    );
  }
  if (status === null) {
    return (
      <EmptyState icon={ListChecks} title={t("operations.empty")}>
        {t("operations.emptyDetail")}
      </EmptyState>
    );
  }
  const all = <LinkButton href={paths.operations()}>{t("operations.showAll")}</LinkButton>;
  if (status === "unknown") {
    return (
      <EmptyState icon={CircleCheck} title={t("operations.emptyUnknown")} actions={all}>
        {t("operations.emptyUnknownDetail")}
      </EmptyState>
    );
  }
  return <EmptyState icon={ListChecks} title={t("operations.emptyFilter")} actions={all} />;
}
