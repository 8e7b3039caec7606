"use client";

import { Lock } from "lucide-react";

import { SignOutButton } from "@/app/_auth/sign-out-button";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { useReader } from "@/lib/i18n/use-reader";

import { Cover } from "./cover";
import type { SessionFacts } from "./facts";
import { UnlockForm } from "./unlock-form";

/** The screen is locked: who can open it, and by what. */
export function LockCover({ facts }: { facts: SessionFacts }) {
  const { t } = useReader();
  return (
    <Cover titleId="lock-title" tabTitle={t("session.locked.tab")}>
      <div className="flex flex-col gap-1">
        <h1 id="lock-title" className="flex items-center gap-2 text-lg font-semibold">
          <Icon of={Lock} />
          {t("session.locked.title")}
        </h1>
        <p className="text-ink-soft">{t("session.locked.lead", { name: facts.name })}</p>
      </div>
      <UnlockForm facts={facts} />
      <SignOutButton className={buttonStyle("quiet", "lg")} failure={t("session.failed")}>
        {t("session.locked.signOut")}
      </SignOutButton>
    </Cover>
  );
}
