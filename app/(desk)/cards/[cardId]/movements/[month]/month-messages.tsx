import { CalendarOff, CalendarX } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageMessage } from "@/components/ui/page-message";
import { Panel } from "@/components/ui/panel";
import type { CardId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";
import { formatMonth } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

interface MessageProps {
  reader: Reader;
  cardId: CardId;
  newest: Month;
}

/** For an address whose month is none, such as 2026-13. */
export function NoSuchMonth({ reader: { t }, cardId, newest }: MessageProps) {
  return (
    <PageMessage
      icon={CalendarX}
      title={t("movements.noSuchMonth.title")}
      actions={
        <LinkButton href={paths.movements(cardId, newest)} variant="primary">
          {t("movements.future.now")}
        </LinkButton>
      }
    >
      {t("movements.noSuchMonth.detail")}
    </PageMessage>
  );
}

/** For a month that has not begun: the issuer is not even asked. */
export function FutureMonth({ reader, cardId, month, newest }: MessageProps & { month: Month }) {
  const { t, locale } = reader;
  return (
    <Panel isFlush>
      <EmptyState
        icon={CalendarOff}
        title={t("movements.future.title", { month: formatMonth(locale, month) })}
        actions={
          <LinkButton href={paths.movements(cardId, newest)}>
            {t("movements.future.now")}
          </LinkButton>
        }
      >
        {t("movements.future.detail")}
      </EmptyState>
    </Panel>
  );
}
