import type { Metadata } from "next";

import { getReader } from "@/lib/i18n/server";

import { NotFoundMessage } from "./_shell/not-found-message";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("errors.notFound.title") };
}

export default function NotFoundPage() {
  return (
    <main>
      <NotFoundMessage hasShell={false} />
    </main>
  );
}
