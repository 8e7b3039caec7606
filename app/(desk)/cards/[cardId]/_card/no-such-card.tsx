import { SearchX } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";
import { PageMessage } from "@/components/ui/page-message";
import { CardId } from "@/lib/domain/ids";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";

/**
 * For an address that names no card of the issuer. What is no card id is not repeated on the page:
 * it may be a whole card number.
 */
export async function NoSuchCard({ typed }: { typed: string }) {
  const { t } = await getReader();
  return (
    <PageMessage
      icon={SearchX}
      title={t("errors.noSuchCard.title")}
      actions={
        <>
          <LinkButton href={paths.cards()} variant="primary">
            {t("find.title")}
          </LinkButton>
          <LinkButton href={paths.home()} variant="quiet">
            {t("errors.home")}
          </LinkButton>
        </>
      }
    >
      {CardId.safeParse(typed).success
        ? t("errors.noSuchCard.detail", { cardId: typed })
        : t("problems.cardId.format")}
    </PageMessage>
  );
}
