import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { LanguageChoice, ThemeChoice } from "@/app/_preferences/preferences";
import { ProductMark } from "@/app/_shell/product-mark";
import { ClientMessages } from "@/app/client-messages";
import { Notice } from "@/components/ui/notice";
import { signInProblemOf } from "@/lib/domain/sign-in-problem";
import { getReader } from "@/lib/i18n/server";
import { ownPath, paths } from "@/lib/paths";
import { currentActor } from "@/lib/server/auth/current-actor";
import { hasSignedOutThere } from "@/lib/server/auth/goodbye";
import { deskEnv } from "@/lib/server/env";
import { DEMO_OPERATORS, DEMO_PASSWORD } from "@/lib/server/operators/demo";

import { SignInForm } from "./sign-in-form";

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("signIn.title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error, state } = await searchParams;
  const target = ownPath(typeof callbackUrl === "string" ? callbackUrl : null);
  if ((await currentActor()) !== null) redirect(target);
  const { t } = await getReader();
  const { issuer, people } = deskEnv();
  const { oidc, hasOwnAccounts, signInLock } = people;
  const provider = oidc?.name ?? null;
  const isSandbox = issuer.mode === "sandbox";
  const isSignedOutThere = await hasSignedOutThere(state);
  return (
    <div className="flex min-h-[calc(100dvh-var(--bar-height))] flex-col items-center justify-between gap-10 px-4 pt-[max(2rem,8vh)] sm:pt-[12vh] pb-6">
      <main className="flex w-full max-w-88 flex-col gap-6">
        <p className="flex items-center gap-2.5 font-semibold">
          <ProductMark />
          {t("common.product")}
        </p>
        <div className="flex flex-col gap-1">
          <h1 className="text-lg font-semibold">{t("signIn.title")}</h1>
          <p className="text-ink-soft">
            {provider !== null && !hasOwnAccounts
              ? t("signIn.providerLead", { name: provider })
              : t("signIn.lead")}
          </p>
        </div>
        {isSignedOutThere && provider !== null && (
          <Notice tone="success">{t("signIn.signedOut", { name: provider })}</Notice>
        )}
        {target !== paths.home() && <Notice>{t("signIn.goOn")}</Notice>}
        <ClientMessages namespaces={["signIn"]}>
          <SignInForm
            target={target}
            problem={provider === null ? null : signInProblemOf(error)}
            provider={provider}
            hasOwnAccounts={hasOwnAccounts}
            lock={{ failures: signInLock.failures, minutes: signInLock.lockMs / 60_000 }}
            demo={isSandbox ? { people: DEMO_OPERATORS, password: DEMO_PASSWORD } : null}
          />
        </ClientMessages>
      </main>
      <footer className="flex w-full max-w-88 flex-wrap justify-between gap-2">
        <LanguageChoice />
        <ThemeChoice isCompact />
      </footer>
    </div>
  );
}
