import { UserRoundX } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";

import { EndMany } from "@/app/_people/end-many";
import { SessionTable } from "@/app/_people/session-table";
import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { ClientMessages } from "@/app/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageMessage } from "@/components/ui/page-message";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import { OperatorId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";
import { listSessions } from "@/lib/server/auth/list-sessions";
import { desk } from "@/lib/server/desk";
import type { Actor } from "@/lib/server/desk";
import { readPerson } from "@/lib/server/operators/list-people";
import { listPersonEvents } from "@/lib/server/operators/list-person-events";
import type { PersonView } from "@/lib/server/operators/person-view";

import { EventList } from "./event-list";
import { ManagePerson } from "./manage-person";
import { PersonFacts } from "./person-facts";

interface PageProps {
  params: Promise<{ operatorId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("people.title") };
}

/** One person: their account, what may be done about it, where they are signed in, what happened. */
export default async function PersonPage({ params }: PageProps) {
  const [actor, reader, { operatorId }] = await Promise.all([requireActor(), getReader(), params]);
  if (!may(actor.operator, "operator.list")) {
    return <ForbiddenMessage operator={actor.operator} permission="operator.list" />;
  }
  const id = OperatorId.safeParse(operatorId);
  const person = id.success ? await readPerson(desk(), actor, id.data) : null;
  if (person === null) return <NoSuchPerson t={reader.t} />;
  const { t } = reader;
  return (
    <ClientMessages namespaces={["people", "sessions", "account", "problems"]}>
      <div className="flex flex-col gap-6">
        <PageTitle detail={person.email}>{person.name}</PageTitle>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <PersonFacts reader={reader} person={person} />
          {may(actor.operator, "operator.manage") && (
            <Panel title={t("people.manage.title")}>
              <ManagePerson
                operatorId={person.id}
                name={person.name}
                role={person.role}
                state={person.state}
                isOwn={person.isOwn}
                hasSecondFactor={person.hasSecondFactor}
                isOneself={person.id === actor.operator.id}
              />
            </Panel>
          )}
        </div>
        <Sessions reader={reader} actor={actor} person={person} />
        <Events reader={reader} actor={actor} person={person} />
      </div>
    </ClientMessages>
  );
}

interface PartProps {
  reader: Reader;
  actor: Actor;
  person: PersonView;
}

async function Sessions({ reader, actor, person }: PartProps): Promise<ReactNode> {
  const { t } = reader;
  const sessions = await listSessions(desk(), actor, person.id);
  const mayEnd = may(actor.operator, "session.end-any");
  const others = sessions.filter(({ isThis }) => !isThis).length;
  return (
    <Panel isFlush title={t("sessions.title")}>
      {sessions.length > 0 ? (
        <SessionTable
          reader={reader}
          label={t("sessions.title")}
          sessions={sessions}
          now={desk().now()}
          ends={mayEnd ? "any" : null}
        />
      ) : (
        <EmptyState title={t("sessions.emptyOf")} />
      )}
      {mayEnd && (
        <div className="border-t p-4 empty:hidden">
          <EndMany
            of={
              person.id === actor.operator.id
                ? { kind: "others" }
                : { kind: "person", operatorId: person.id, name: person.name }
            }
            count={others}
          />
        </div>
      )}
    </Panel>
  );
}

async function Events({ reader, actor, person }: PartProps): Promise<ReactNode> {
  const { t } = reader;
  if (!may(actor.operator, "audit.read")) return null;
  const events = await listPersonEvents(desk(), actor, person.id);
  return (
    <Panel isFlush title={t("people.events.title")}>
      {events.length > 0 ? (
        <EventList reader={reader} events={events} />
      ) : (
        <EmptyState title={t("people.events.empty")} />
      )}
    </Panel>
  );
}

function NoSuchPerson({ t }: Pick<Reader, "t">) {
  return (
    <PageMessage
      icon={UserRoundX}
      title={t("people.noSuch.title")}
      actions={
        <LinkButton href={paths.people()} variant="primary">
          {t("people.noSuch.back")}
        </LinkButton>
      }
    >
      {t("people.noSuch.detail")}
    </PageMessage>
  );
}
