import { TabLinks } from "@/components/ui/tab-links";
import type { TabLink } from "@/components/ui/tab-links";
import type { CardId } from "@/lib/domain/ids";
import { monthOf } from "@/lib/domain/month";
import { may } from "@/lib/domain/operator";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";

/** The card's tabs, as far as the operator's role has a use for them. */
export async function CardTabs({ cardId }: { cardId: CardId }) {
  const [{ operator }, { t }] = await Promise.all([requireActor(), getReader()]);
  const { now, timeZone } = desk();
  const tabs: TabLink[] = [
    {
      href: paths.movements(cardId, monthOf(now(), timeZone)),
      match: paths.movementsNow(cardId),
      label: t("common.card.movements"),
    },
    { href: paths.cardNotes(cardId), label: t("common.card.notes") },
  ];
  if (may(operator, "operation.add-funds") || may(operator, "operation.withdraw-funds")) {
    tabs.unshift({ href: paths.funds(cardId), label: t("common.card.funds") });
  }
  return <TabLinks label={t("common.card.tabs")} tabs={tabs} className="pt-2 print:hidden" />;
}
