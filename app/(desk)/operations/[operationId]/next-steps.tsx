import { LinkButton } from "@/components/ui/link-button";
import { monthOf } from "@/lib/domain/month";
import { may, permissionToMove } from "@/lib/domain/operator";
import type { Operator } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { OperationView } from "@/lib/server/operations/view";

import { PrintButton } from "./print-button";

interface NextStepsProps {
  reader: Reader;
  operation: OperationView;
  operator: Operator;
}

/** Where to go from an outcome. An unknown one offers no way to send anything again. */
export function NextSteps({ reader, operation, operator }: NextStepsProps) {
  const { t, timeZone } = reader;
  const { cardId, status, direction, mode } = operation;
  const mayMove = may(operator, permissionToMove(direction));
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {status === "refused" && mayMove && (
        <LinkButton href={paths.funds(cardId, { again: operation.id })} variant="primary">
          {t("story.next.correct")}
        </LinkButton>
      )}
      {status === "applied" && mayMove && (
        <LinkButton href={paths.funds(cardId, { mode })} variant="primary">
          {t("story.next.another")}
        </LinkButton>
      )}
      <LinkButton href={paths.movements(cardId, monthOf(operation.createdAt, timeZone))}>
        {t("story.next.movements")}
      </LinkButton>
      {(status === "applied" || status === "refused") && (
        <PrintButton label={t("story.next.print")} />
      )}
    </div>
  );
}
