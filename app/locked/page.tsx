import { Lock } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { SignOutButton } from "@/app/_auth/sign-out-button";
import { factsOf } from "@/app/_session/facts";
import { UnlockForm } from "@/app/_session/unlock-form";
import { ProductMark } from "@/app/_shell/product-mark";
import { ClientMessages } from "@/app/client-messages";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { getReader } from "@/lib/i18n/server";
import { ownPath, paths } from "@/lib/paths";
import { currentStanding } from "@/lib/server/auth/current-actor";

interface LockedPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("session.locked.tab") };
}

/** For a page that was asked for while the session is locked; what is open already covers itself. */
export default async function LockedPage({ searchParams }: LockedPageProps) {
  const { callbackUrl } = await searchParams;
  const target = ownPath(typeof callbackUrl === "string" ? callbackUrl : null);
  const standing = await currentStanding();
  if (standing.kind === "nobody") redirect(paths.signIn(target));
  if (standing.kind !== "locked") redirect(target);
  const { t } = await getReader();
  const facts = factsOf(standing.actor);
  return (
    <main className="mx-auto flex min-h-[calc(100dvh-var(--bar-height))] w-full max-w-88 flex-col gap-6 px-4 pt-[max(2rem,14vh)] pb-6 sm:px-0">
      <p className="flex items-center gap-2.5 font-semibold">
        <ProductMark />
        {t("common.product")}
      </p>
      <div className="flex flex-col gap-1">
        <h1 className="flex items-center gap-2 text-lg font-semibold">
          <Icon of={Lock} />
          {t("session.locked.title")}
        </h1>
        <p className="text-ink-soft">{t("session.locked.pageLead", { name: facts.name })}</p>
      </div>
      <ClientMessages namespaces={["session"]}>
        <UnlockForm facts={facts} target={target} />
        <SignOutButton className={buttonStyle("quiet", "lg")} failure={t("session.failed")}>
          {t("session.locked.signOut")}
        </SignOutButton>
      </ClientMessages>
    </main>
  );
}
