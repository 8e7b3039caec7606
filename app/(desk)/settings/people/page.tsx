import { Download, UserPlus, Users } from "lucide-react";
import type { Metadata } from "next";

import { PageLinks } from "@/app/_reading/page-links";
import { PAGE_SIZE, pageOf, readPage } from "@/app/_reading/page-number";
import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import { may } from "@/lib/domain/operator";
import { timeZoneNames } from "@/lib/i18n/format";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { listPeople } from "@/lib/server/operators/list-people";

import { PeopleFilter } from "./people-filter";
import { PeopleTable } from "./people-table";
import { readFilter } from "./read-filter";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("people.title") };
}

/** Everybody with an account, for who manages them and who reviews what they may. */
export default async function PeoplePage({ searchParams }: PageProps) {
  const [actor, reader, query] = await Promise.all([requireActor(), getReader(), searchParams]);
  const { operator } = actor;
  if (!may(operator, "operator.list")) {
    return <ForbiddenMessage operator={operator} permission="operator.list" />;
  }
  const { t, locale, timeZone } = reader;
  const filter = readFilter(query);
  const page = readPage(query["page"]);
  const people = await listPeople(desk(), actor, filter);
  const { rows, hasNext } = pageOf(people.slice((page - 1) * PAGE_SIZE));
  const zone = t("people.zone", timeZoneNames(locale, timeZone, desk().now()));
  return (
    <div className="flex flex-col gap-4">
      <PageTitle
        detail={`${t("people.lead")} ${zone}.`}
        actions={
          <>
            <a href={paths.peopleList()} download className={buttonStyle("secondary", "md")}>
              <Icon of={Download} />
              {t("people.download")}
            </a>
            {may(operator, "operator.manage") && (
              <LinkButton href={paths.newPerson()} variant="primary">
                <Icon of={UserPlus} />
                {t("people.add")}
              </LinkButton>
            )}
          </>
        }
      >
        {t("people.title")}
      </PageTitle>
      <PeopleFilter t={t} current={filter} />
      <p className="text-xs text-ink-soft">{t("people.count", { count: people.length })}</p>
      <Panel isFlush>
        {rows.length > 0 ? (
          <PeopleTable reader={reader} people={rows} />
        ) : (
          <EmptyState
            icon={Users}
            title={t("people.empty")}
            actions={<LinkButton href={paths.people()}>{t("people.filter.clear")}</LinkButton>}
          >
            {t("people.emptyDetail")}
          </EmptyState>
        )}
      </Panel>
      <PageLinks
        label={t("people.pages")}
        page={page}
        words={t("people.page", { page: String(page) })}
        hasNext={hasNext}
        hrefOf={(number) =>
          paths.people({ ...filter, page: number === 1 ? undefined : String(number) })
        }
        previous={t("people.previous")}
        next={t("people.next")}
      />
    </div>
  );
}
