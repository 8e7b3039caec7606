import { Lock } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";
import { PageMessage } from "@/components/ui/page-message";
import type { Operator } from "@/lib/domain/operator";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";

/** For a page that the operator's role may not see: says who they are and whom to ask. */
export async function ForbiddenMessage({
  operator,
}: {
  operator: Pick<Operator, "name" | "role">;
}) {
  const { t } = await getReader();
  const role = t(`common.role.${operator.role}`);
  return (
    <PageMessage
      icon={Lock}
      title={t("errors.forbidden.title")}
      actions={
        <LinkButton href={paths.home()} variant="primary">
          {t("errors.home")}
        </LinkButton>
      }
    >
      {t("errors.forbidden.detail", { name: operator.name, role })}
    </PageMessage>
  );
}
