import type { Metadata } from "next";

import { TellProven } from "@/app/_session/tell-proven";
import { ProductMark } from "@/app/_shell/product-mark";
import { getReader } from "@/lib/i18n/server";
import { desk } from "@/lib/server/desk";

interface ProvenPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("session.proof.title") };
}

/** Where the provider sends a person back to, in a tab of its own; the tab that waits goes on. */
export default async function ProvenPage({ searchParams }: ProvenPageProps) {
  const { proof } = await searchParams;
  const hasFailed = proof !== undefined;
  const { t } = await getReader();
  const provider = desk().oidc?.name ?? "";
  return (
    <main className="mx-auto flex w-full max-w-88 flex-col gap-6 px-4 pt-[max(2rem,14vh)] pb-6 sm:px-0">
      <p className="flex items-center gap-2.5 font-semibold">
        <ProductMark />
        {t("common.product")}
      </p>
      <div className="flex flex-col gap-1">
        <h1 className="text-lg font-semibold">
          {t(hasFailed ? "session.proof.failed" : "session.proof.done")}
        </h1>
        <p className="text-ink-soft">
          {hasFailed ? t("session.proof.failedLead", { provider }) : t("session.proof.doneLead")}
        </p>
      </div>
      {!hasFailed && <TellProven />}
    </main>
  );
}
