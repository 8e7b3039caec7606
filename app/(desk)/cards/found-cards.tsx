import { Notice } from "@/components/ui/notice";
import { CardStatusBadge } from "@/components/domain/card-status-badge";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { LinkButton } from "@/components/ui/link-button";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

import type { FoundCard } from "./answers";

interface FoundCardsProps {
  reader: Pick<Reader, "t">;
  answers: readonly FoundCard[];
  /** A card id could not be looked up, so there may be one more. */
  isIssuerSilent: boolean;
}

/** Several cards that fit, each with the reason why. */
export function FoundCards({ reader, answers, isIssuerSilent }: FoundCardsProps) {
  const { t } = reader;
  return (
    <>
      {isIssuerSilent && <Notice tone="warn">{t("find.issuerSilent")}</Notice>}
      {answers.length > 1 && <p className="text-ink-soft">{t("find.several")}</p>}
      <Panel isFlush>
        <ul>
          {answers.map((answer) => (
            <li key={answer.cardId} className="border-t first:border-t-0">
              <Answer reader={reader} answer={answer} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function Answer({ reader, answer }: { reader: Pick<Reader, "t">; answer: FoundCard }) {
  const { t } = reader;
  const { cardId, seen, matches } = answer;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">
            {seen?.holder ?? `${t("common.card.card")} ${cardId}`}
          </span>
          {seen !== null && <span className="font-mono text-sm">{seen.maskedNumber}</span>}
          <span className="font-mono text-xs text-ink-soft">#{cardId}</span>
          {seen !== null && (
            <CardStatusBadge
              reader={reader}
              status={seen.status}
              issuerStatus={seen.issuerStatus}
            />
          )}
        </p>
        {matches.map(({ words, operationId }) => (
          <p key={operationId ?? words} className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            {words}
            {operationId !== null && (
              <TextLink href={paths.operation(operationId)}>{t("find.openOperation")}</TextLink>
            )}
          </p>
        ))}
      </div>
      <LinkButton href={paths.card(cardId)}>
        {t("find.open")}
        <span className="sr-only"> {cardId}</span>
      </LinkButton>
    </div>
  );
}
