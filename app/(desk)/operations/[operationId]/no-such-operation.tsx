import { SearchX } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";
import { PageMessage } from "@/components/ui/page-message";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";

/** For an id that names no operation, or none that this person may see. */
export async function NoSuchOperation() {
  const { t } = await getReader();
  return (
    <PageMessage
      icon={SearchX}
      title={t("story.none.title")}
      actions={
        <LinkButton href={paths.operations()} variant="primary">
          {t("errors.operations")}
        </LinkButton>
      }
    >
      {t("story.none.detail")}
    </PageMessage>
  );
}
