import type { Metadata } from "next";

import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { ClientMessages } from "@/app/client-messages";
import { PageTitle } from "@/components/ui/page-title";
import { may } from "@/lib/domain/operator";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";

import { AddPerson } from "./add-person";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("people.new.title") };
}

/** A new account, and the password that lets its person in once. */
export default async function NewPersonPage() {
  const [{ operator }, { t }] = await Promise.all([requireActor(), getReader()]);
  if (!may(operator, "operator.manage")) {
    return <ForbiddenMessage operator={operator} permission="operator.manage" />;
  }
  return (
    <div className="flex max-w-form flex-col gap-6">
      <PageTitle detail={t("people.new.lead")}>{t("people.new.title")}</PageTitle>
      <ClientMessages namespaces={["people", "account", "problems"]}>
        <AddPerson />
      </ClientMessages>
    </div>
  );
}
