import { Compass } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";
import { PageMessage } from "@/components/ui/page-message";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";

/** Nothing is at this address. Names the card finder where the shell is around it. */
export async function NotFoundMessage({ hasShell }: { hasShell: boolean }) {
  const { t } = await getReader();
  return (
    <PageMessage
      icon={Compass}
      title={t("errors.notFound.title")}
      actions={
        <LinkButton href={paths.home()} variant="primary">
          {t("errors.home")}
        </LinkButton>
      }
    >
      {t(hasShell ? "errors.notFound.detail" : "errors.notFound.detailBare")}
    </PageMessage>
  );
}
