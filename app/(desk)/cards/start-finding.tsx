import { Search, ShieldAlert } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { PageMessage } from "@/components/ui/page-message";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { SeenCard } from "@/lib/server/cards/seen-card";

// The home page shows the same cards.
import { RecentCards } from "../_home/recent-cards";

interface StartFindingProps {
  reader: Pick<Reader, "t">;
  recent: readonly SeenCard[];
}

/** The finder's page before anything was typed: how to ask, and the cards that one had before. */
export function StartFinding({ reader, recent }: StartFindingProps) {
  const { t } = reader;
  return (
    <div className="flex flex-col gap-4">
      <PageTitle>{t("find.title")}</PageTitle>
      <Panel isFlush>
        <EmptyState icon={Search} title={t("find.startTitle")}>
          {t("find.startDetail")}
        </EmptyState>
      </Panel>
      {recent.length > 0 && (
        <Panel title={t("find.recent")} isFlush>
          <RecentCards reader={reader} cards={recent} />
        </Panel>
      )}
    </div>
  );
}

/** Somebody typed a whole card number. What it was is not repeated here. */
export function CardNumberRefused({ reader: { t } }: Pick<StartFindingProps, "reader">) {
  return (
    <PageMessage
      icon={ShieldAlert}
      title={t("find.refusedTitle")}
      actions={
        <LinkButton href={paths.cards()} variant="primary">
          {t("find.title")}
        </LinkButton>
      }
    >
      {t("find.refusedDetail")}
    </PageMessage>
  );
}
