import { Undo2 } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageMessage } from "@/components/ui/page-message";
import { TextLink } from "@/components/ui/text-link";
import type { CardId, OperationId } from "@/lib/domain/ids";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

import type { CannotReverse } from "./find-reversed";
import type { Reversed } from "./reversed";

/** Above both steps of the form: which operation it takes back. */
export function ReversalBanner({ reader, reversed }: { reader: Reader; reversed: Reversed }) {
  const { t, locale, timeZone } = reader;
  const { direction, amount, by, at, left } = reversed;
  return (
    <Notice
      icon={Undo2}
      title={t("reversal.banner.title", { reference: reversed.reference })}
      className="max-w-[54rem]"
    >
      <p>
        {t(`reversal.banner.${direction}`, {
          amount: formatMoney(locale, amount),
          by,
          date: formatDate(locale, timeZone, at),
          left: formatMoney(locale, left),
        })}{" "}
        <TextLink href={paths.operation(reversed.operationId)} className="whitespace-nowrap">
          {t("reversal.banner.see")}
        </TextLink>
      </p>
    </Notice>
  );
}

interface CannotReverseMessageProps {
  reader: Reader;
  cardId: CardId;
  why: CannotReverse;
  operationId: OperationId | null;
}

/** In place of the form, where the address asks to take back what cannot be. */
export function CannotReverseMessage({ reader, cardId, ...found }: CannotReverseMessageProps) {
  const { t } = reader;
  return (
    <PageMessage
      icon={Undo2}
      title={t("reversal.cannot.title")}
      actions={
        found.operationId === null ? (
          <LinkButton href={paths.card(cardId)}>{t("reversal.cannot.back")}</LinkButton>
        ) : (
          <LinkButton href={paths.operation(found.operationId)} variant="primary">
            {t("reversal.banner.see")}
          </LinkButton>
        )
      }
    >
      {t(`reversal.cannot.${found.why}`)}
    </PageMessage>
  );
}
