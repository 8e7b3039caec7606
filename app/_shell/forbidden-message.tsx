import { Lock } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";
import { PageMessage } from "@/components/ui/page-message";
import type { Operator, Permission } from "@/lib/domain/operator";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";
import { recordPageDenial } from "@/lib/server/auth/record-page-denial";

interface ForbiddenMessageProps {
  operator: Pick<Operator, "name" | "role">;
  /** The right that the page takes. */
  permission: Permission;
}

/**
 * For a page that the operator's role may not see: says who they are and whom to ask. That they
 * asked for it is on record.
 */
export async function ForbiddenMessage({ operator, permission }: ForbiddenMessageProps) {
  const { t } = await getReader();
  await recordPageDenial(permission);
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
