import type { Metadata, Route } from "next";

import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { PageLinks } from "@/app/_reading/page-links";
import { pageOf, readPage, windowOf } from "@/app/_reading/page-number";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import { OperationStatus } from "@/lib/domain/journal";
import { may } from "@/lib/domain/operator";
import { timeZoneNames } from "@/lib/i18n/format";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { listOperations } from "@/lib/server/operations/list-operations";

// The home page shows the same list, shorter.
import { OperationsTable } from "../_home/operations-table";
import { NoOperations } from "./no-operations";
import { OutcomeFilter } from "./outcome-filter";
import { UnknownFirst } from "./unknown-first";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("operations.title") };
}

/** What this desk has sent: one's own, or everybody's for who may read all. */
export default async function OperationsPage({ searchParams }: PageProps) {
  const [actor, reader, query] = await Promise.all([requireActor(), getReader(), searchParams]);
  const { operator } = actor;
  if (!may(operator, "operation.read")) {
    return <ForbiddenMessage operator={operator} permission="operation.read" />;
  }
  const { t, locale, timeZone } = reader;
  const status = OperationStatus.safeParse(query["status"]).data ?? null;
  const page = readPage(query["page"]);
  const [found, unknown] = await Promise.all([
    listOperations(desk(), actor, { ...windowOf(page), ...(status === null ? {} : { status }) }),
    listOperations(desk(), actor, { status: "unknown", limit: MOST_UNKNOWN }),
  ]);
  const { rows, hasNext } = pageOf(found);
  const isReadingAll = may(operator, "operation.list-all");
  const zone = t("operations.zone", timeZoneNames(locale, timeZone, desk().now()));
  return (
    <div className="flex flex-col gap-4">
      <PageTitle detail={`${t(leadOf(status, isReadingAll))} ${zone}.`}>
        {t("operations.title")}
      </PageTitle>
      {status === null && page === 1 && unknown.length > 0 && (
        <UnknownFirst
          reader={reader}
          count={unknown.length}
          isMore={unknown.length === MOST_UNKNOWN}
        />
      )}
      <OutcomeFilter reader={reader} current={status} />
      <Panel isFlush>
        {rows.length > 0 ? (
          <OperationsTable
            reader={reader}
            label={t("operations.title")}
            operations={rows}
            hasOperator={isReadingAll}
          />
        ) : (
          <NoOperations reader={reader} status={status} page={page} />
        )}
      </Panel>
      <PageLinks
        label={t("operations.pages")}
        page={page}
        words={t("operations.page", { page: String(page) })}
        hasNext={hasNext}
        hrefOf={(number) => hrefOf(status, number)}
        previous={t("operations.newer")}
        next={t("operations.older")}
      />
    </div>
  );
}

/** From this many on the number is "99+": it is a call, not a report. */
const MOST_UNKNOWN = 100;

function leadOf(status: OperationStatus | null, isReadingAll: boolean) {
  if (status === "unknown") return "operations.leadUnknown";
  return isReadingAll ? "operations.leadAll" : "operations.leadOwn";
}

function hrefOf(status: OperationStatus | null, page: number): Route {
  return paths.operations({ status, page: page === 1 ? undefined : String(page) });
}
