import { LinkButton } from "@/components/ui/link-button";
import type { Money } from "@/lib/domain/money";
import { monthOf } from "@/lib/domain/month";
import { may, permissionToMove } from "@/lib/domain/operator";
import type { Operator } from "@/lib/domain/operator";
import { opposite } from "@/lib/domain/reversal";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { OperationView } from "@/lib/server/operations/view";

import { PrintButton } from "./print-button";

interface NextStepsProps {
  reader: Reader;
  operation: OperationView;
  operator: Operator;
  /** What of it may still be reversed. */
  left: Money;
  /** It was to take back money that the card has no more. */
  isSpent: boolean;
}

/** Where to go from an outcome. An unknown one offers no way to send anything again. */
export function NextSteps({ reader, operation, operator, left, isSpent }: NextStepsProps) {
  const { t, timeZone } = reader;
  const { cardId, status, direction, mode, reverses } = operation;
  const mayMove = may(operator, permissionToMove(direction));
  const mayReverse =
    left.units > 0n &&
    may(operator, "operation.reverse") &&
    may(operator, permissionToMove(opposite(direction)));
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {status === "refused" && mayMove && !isSpent && (
        <LinkButton href={paths.funds(cardId, { again: operation.id, reverses })} variant="primary">
          {t("story.next.correct")}
        </LinkButton>
      )}
      {status === "applied" && mayMove && (
        <LinkButton href={paths.funds(cardId, { mode })} variant="primary">
          {t("story.next.another")}
        </LinkButton>
      )}
      {mayReverse && (
        <LinkButton href={paths.funds(cardId, { reverses: operation.id })}>
          {t("reversal.reverse")}
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
