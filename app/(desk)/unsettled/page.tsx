import type { Metadata } from "next";
import * as z from "zod/mini";

import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { ClientMessages } from "@/app/client-messages";
import { PageTitle } from "@/components/ui/page-title";
import { may } from "@/lib/domain/operator";
import { timeZoneNames } from "@/lib/i18n/format";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { listJustSettled } from "@/lib/server/operations/list-just-settled";
import { listUnsettled } from "@/lib/server/operations/list-unsettled";
import type { UnsettledOperation } from "@/lib/server/operations/list-unsettled";
import { readUnsettledVersion } from "@/lib/server/operations/read-unsettled-version";
import { UNSETTLED_KINDS } from "@/lib/server/operations/unsettled";

// One operation's own page has it too.
import { PrintButton } from "../operations/[operationId]/print-button";
import { HandoverHead } from "./handover-head";
import { JustSettled } from "./just-settled";
import { KindFilter } from "./kind-filter";
import { LiveList } from "./live-list";
import { NothingWaits } from "./nothing-waits";
import { Signatures } from "./signatures";
import { Totals } from "./totals";
import { UnsettledTable } from "./unsettled-table";
import type { DueLook } from "./use-due-looks";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const Only = z.enum(UNSETTLED_KINDS);

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("unsettled.title") };
}

/** What the shift waits for: everybody's operations without a known outcome, the oldest first. */
export default async function UnsettledPage({ searchParams }: PageProps) {
  const [actor, reader, query] = await Promise.all([requireActor(), getReader(), searchParams]);
  const { operator } = actor;
  const { t, locale, timeZone } = reader;
  const kind = Only.safeParse(query["only"]).data ?? "all";
  // The version first: what changes while the list is read then makes one drawing too many, and is
  // never missed.
  const version = await readUnsettledVersion(desk(), actor);
  const [list, settled] = await Promise.all([
    listUnsettled(desk(), actor, kind),
    listJustSettled(desk(), actor),
  ]);
  if (!version.ok || !list.ok || !settled.ok) {
    return <ForbiddenMessage operator={operator} permission="operation.list-unsettled" />;
  }
  const { now } = version.value;
  const { rows, totals, counts } = list.value;
  const isByPeople = desk().issuer.service === null;
  const lead = t(isByPeople ? "unsettled.leadByPeople" : "unsettled.lead");
  const zone = t("operations.zone", timeZoneNames(locale, timeZone, now));
  return (
    <div className="flex flex-col gap-4 [page:handover]">
      <div className="print:hidden">
        <PageTitle
          detail={`${lead} ${zone}.`}
          actions={counts.all > 0 && <PrintButton label={t("unsettled.handover.print")} />}
        >
          {t("unsettled.title")}
        </PageTitle>
      </div>
      <ClientMessages namespaces={["unsettled"]}>
        <LiveList
          version={version.value.version}
          renderedAtMs={now.getTime()}
          looks={isByPeople && may(operator, "operation.check") ? rows.flatMap(dueLookOf) : []}
          actions={
            (counts.all > 0 || kind !== "all") && (
              <KindFilter reader={reader} current={kind} counts={counts} />
            )
          }
        >
          <HandoverHead name={operator.name} />
          {rows.length === 0 ? (
            <NothingWaits reader={reader} kind={kind} />
          ) : (
            <>
              <Totals reader={reader} totals={totals} />
              <UnsettledTable
                reader={reader}
                operator={operator}
                rows={rows}
                count={counts[kind]}
                now={now}
              />
            </>
          )}
        </LiveList>
      </ClientMessages>
      {settled.value.length > 0 && <JustSettled reader={reader} settled={settled.value} />}
      {counts.all > 0 && <Signatures reader={reader} />}
    </div>
  );
}

function dueLookOf({ operation, nextLookAt }: UnsettledOperation): readonly DueLook[] {
  return nextLookAt === null ? [] : [{ operationId: operation.id, atMs: nextLookAt.getTime() }];
}
