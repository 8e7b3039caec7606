import { MonitorOff } from "lucide-react";
import type { Metadata } from "next";

import { EndMany } from "@/app/_people/end-many";
import { SessionTable } from "@/app/_people/session-table";
import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { ClientMessages } from "@/app/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import { may } from "@/lib/domain/operator";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { listSessions } from "@/lib/server/auth/list-sessions";
import { desk } from "@/lib/server/desk";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("sessions.title") };
}

/** Everybody's open sessions. */
export default async function SessionsPage() {
  const [actor, reader] = await Promise.all([requireActor(), getReader()]);
  const { operator } = actor;
  if (!may(operator, "session.list-all")) {
    return <ForbiddenMessage operator={operator} permission="session.list-all" />;
  }
  const { t } = reader;
  const sessions = await listSessions(desk(), actor);
  const mayEnd = may(operator, "session.end-any");
  const others = sessions.filter(({ isThis }) => !isThis).length;
  return (
    <ClientMessages namespaces={["sessions", "account", "problems"]}>
      <div className="flex flex-col gap-4">
        <PageTitle detail={t("sessions.lead")}>{t("sessions.title")}</PageTitle>
        {mayEnd && <EndMany of={{ kind: "everybody" }} count={others} />}
        <Panel isFlush>
          {sessions.length > 0 ? (
            <SessionTable
              reader={reader}
              label={t("sessions.title")}
              sessions={sessions}
              now={desk().now()}
              hasPerson
              ends={mayEnd ? "any" : null}
            />
          ) : (
            <EmptyState icon={MonitorOff} title={t("sessions.empty")} />
          )}
        </Panel>
      </div>
    </ClientMessages>
  );
}
