import { CreditCard } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { CardId } from "@/lib/domain/ids";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

/** The sandbox's first card: active, in quetzales, with money on it. */
const SANDBOX_CARD = CardId.parse("12345");

interface FirstDayProps {
  reader: Pick<Reader, "t">;
  isSandbox: boolean;
}

/** For who has done nothing yet: what to do first. */
export function FirstDay({ reader: { t }, isSandbox }: FirstDayProps) {
  return (
    <Panel>
      <EmptyState
        icon={CreditCard}
        title={t("home.firstDay.title")}
        actions={
          isSandbox && (
            <LinkButton href={paths.card(SANDBOX_CARD)} variant="primary">
              {t("home.firstDay.open")}
            </LinkButton>
          )
        }
      >
        <p>{t("home.firstDay.lead")}</p>
        {isSandbox && <p className="mt-2">{t("home.firstDay.sandbox")}</p>}
      </EmptyState>
    </Panel>
  );
}
