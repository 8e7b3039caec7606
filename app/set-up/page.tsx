import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { SignOutButton } from "@/app/_auth/sign-out-button";
import { LanguageChoice, ThemeChoice } from "@/app/_preferences/preferences";
import { ProductMark } from "@/app/_shell/product-mark";
import { ClientMessages } from "@/app/client-messages";
import { getReader } from "@/lib/i18n/server";
import { ownPath, paths } from "@/lib/paths";
import { currentStanding } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";

import { FirstFactor } from "./first-factor";
import { FirstPassword } from "./first-password";

interface SetUpPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("account.setUp.title") };
}

/** What an account lacks before its person can work: a password of their own, a second factor. */
export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const { callbackUrl } = await searchParams;
  const target = ownPath(typeof callbackUrl === "string" ? callbackUrl : null);
  const standing = await currentStanding();
  if (standing.kind === "nobody") redirect(paths.signIn(target));
  if (standing.kind === "locked") redirect(paths.locked(target));
  if (standing.kind === "active") redirect(target);
  const { t } = await getReader();
  const isPassword = standing.missing === "password";
  const steps = desk().secondFactor === "required" ? 2 : 1;
  const step = { step: String(isPassword ? 1 : steps), of: String(steps) };
  return (
    <div className="flex min-h-[calc(100dvh-var(--bar-height))] flex-col items-center justify-between gap-10 px-4 pt-[max(2rem,8vh)] pb-6 sm:pt-[12vh]">
      <main className="flex w-full max-w-form flex-col gap-6">
        <p className="flex items-center gap-2.5 font-semibold">
          <ProductMark />
          {t("common.product")}
        </p>
        <div className="flex flex-col gap-1">
          {steps > 1 && <p className="text-xs text-ink-soft">{t("account.setUp.step", step)}</p>}
          <h1 className="text-lg font-semibold">
            {t(isPassword ? "account.setUp.password" : "account.setUp.factor")}
          </h1>
          <p className="text-ink-soft">
            {t(isPassword ? "account.setUp.passwordLead" : "account.setUp.factorLead")}
          </p>
        </div>
        <ClientMessages namespaces={["account", "problems"]}>
          {isPassword ? (
            <FirstPassword email={standing.actor.operator.email} />
          ) : (
            <FirstFactor target={target} />
          )}
        </ClientMessages>
        <div>
          <SignOutButton
            failure={t("shell.person.signOutFailed")}
            className="rounded-sm text-accent underline decoration-line-strong underline-offset-3"
          >
            {t("account.setUp.signOut")}
          </SignOutButton>
        </div>
      </main>
      <footer className="flex w-full max-w-form flex-wrap justify-between gap-2">
        <LanguageChoice />
        <ThemeChoice isCompact />
      </footer>
    </div>
  );
}
