import type { Metadata } from "next";
import { z } from "zod";

import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { ClientMessages } from "@/app/client-messages";
import { PageTitle } from "@/components/ui/page-title";
import { timeZoneNames } from "@/lib/i18n/format";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { listJustSettled } from "@/lib/server/operations/list-just-settled";
import { listUnsettled } from "@/lib/server/operations/list-unsettled";
import { readUnsettledVersion } from "@/lib/server/operations/read-unsettled-version";
import { UNSETTLED_KINDS } from "@/lib/server/operations/unsettled";

// One operation's own page has it too.
import { PrintButton } from "../operations/[operationId]/print-button";
import { HandoverHead, Signatures } from "./handover";
import { JustSettled } from "./just-settled";
import { KindFilter } from "./kind-filter";
import { LiveList } from "./live-list";
import { NothingWaits } from "./nothing-waits";
import { Totals } from "./totals";
import { UnsettledTable } from "./unsettled-table";

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
  if (!version.ok || !list.ok || !settled.ok) return <ForbiddenMessage operator={operator} />;
  const { now } = version.value;
  const { rows, totals, counts } = list.value;
  const lead = t(desk().issuer.service === null ? "unsettled.leadByPeople" : "unsettled.lead");
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
      <HandoverHead reader={reader} operator={operator} now={now} />
      <ClientMessages namespaces={["unsettled"]}>
        <LiveList
          version={version.value.version}
          renderedAtMs={now.getTime()}
          actions={
            (counts.all > 0 || kind !== "all") && (
              <KindFilter reader={reader} current={kind} counts={counts} />
            )
          }
        >
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
