import type { ReactNode } from "react";

import { TabLinks } from "@/components/ui/tab-links";
import { may } from "@/lib/domain/operator";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";

/** The settings that this person may see, side by side; each page asks for its own permission. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [{ operator }, { t }] = await Promise.all([requireActor(), getReader()]);
  const tabs = [
    { href: paths.account(), label: t("account.tabs.account"), isOpen: true },
    {
      href: paths.people(),
      label: t("account.tabs.people"),
      isOpen: may(operator, "operator.list"),
    },
    {
      href: paths.sessions(),
      label: t("account.tabs.sessions"),
      isOpen: may(operator, "session.list-all"),
    },
    {
      href: paths.settingsLine(),
      label: t("account.tabs.line"),
      isOpen: may(operator, "line.stop"),
    },
  ].filter(({ isOpen }) => isOpen);
  return (
    <div className="flex flex-col gap-6">
      {tabs.length > 1 && <TabLinks label={t("account.tabs.label")} tabs={tabs} />}
      {children}
    </div>
  );
}
