import { CircleCheck, OctagonPause } from "lucide-react";
import type { Metadata } from "next";

import { PageLinks } from "@/app/_reading/page-links";
import { pageOf, readPage, windowOf } from "@/app/_reading/page-number";
import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { ClientMessages } from "@/app/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import { may } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import type { Desk } from "@/lib/server/desk";
import { listLineEvents } from "@/lib/server/line/list-line-events";
import { readLine } from "@/lib/server/line/read-line";

import { ChangeLine } from "./change-line";
import { History } from "./history";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("line.title") };
}

/** Whether the desk sends, the switch for who may press it, and who pressed it when and why. */
export default async function LinePage({ searchParams }: PageProps) {
  const [actor, reader, query] = await Promise.all([requireActor(), getReader(), searchParams]);
  if (!may(actor.operator, "line.read")) {
    return <ForbiddenMessage operator={actor.operator} permission="line.read" />;
  }
  const { t } = reader;
  const page = readPage(query["page"]);
  const [line, found] = await Promise.all([
    readLine(desk()),
    listLineEvents(desk(), actor, windowOf(page)),
  ]);
  const { rows, hasNext } = pageOf(found);
  const isStopped = line.stopped !== null;
  return (
    <div className="flex flex-col gap-6">
      <PageTitle detail={t("line.lead")}>{t("line.title")}</PageTitle>
      <Now t={t} isStopped={isStopped} autoStop={desk().autoStop} />
      {may(actor.operator, isStopped ? "line.resume" : "line.stop") ? (
        <Panel title={t(isStopped ? "line.resume.title" : "line.stop.title")}>
          <ClientMessages namespaces={["line", "problems"]}>
            <ChangeLine isStopped={isStopped} />
          </ClientMessages>
        </Panel>
      ) : (
        <p className="text-ink-soft">{t("line.now.whoMay")}</p>
      )}
      <Panel isFlush title={t("line.history.title")}>
        {rows.length > 0 ? (
          <History reader={reader} entries={rows} />
        ) : (
          <Nothing {...{ t, page }} />
        )}
      </Panel>
      <PageLinks
        label={t("line.history.pages")}
        page={page}
        words={t("line.history.page", { page: String(page) })}
        hasNext={hasNext}
        hrefOf={hrefOf}
        previous={t("line.history.newer")}
        next={t("line.history.older")}
      />
    </div>
  );
}

interface NowProps {
  t: Reader["t"];
  isStopped: boolean;
  autoStop: Desk["autoStop"];
}

/** The state; since when, by whom and why stands in the banner above every page. */
function Now({ t, isStopped, autoStop }: NowProps) {
  const rule =
    autoStop.sharePercent >= 100
      ? t("line.now.never")
      : t("line.now.automatic", {
          percent: String(autoStop.sharePercent),
          minutes: Math.round(autoStop.windowMs / 60_000),
          least: autoStop.leastSends,
        });
  return (
    <section aria-label={t("line.now.title")} className="flex flex-col gap-2">
      {isStopped ? (
        <Notice tone="warn" icon={OctagonPause} title={t("line.now.stopped")}>
          <p>{t("line.now.stoppedDetail")}</p>
        </Notice>
      ) : (
        <p className="flex gap-2 text-ink-soft">
          <Icon of={CircleCheck} className="mt-0.5 text-applied" />
          <span>
            <span className="font-medium text-ink">{t("line.now.sends")}.</span>{" "}
            {t("line.now.sendsDetail")}
          </span>
        </p>
      )}
      <p className="max-w-words text-xs text-ink-soft">{rule}</p>
    </section>
  );
}

function Nothing({ t, page }: { t: Reader["t"]; page: number }) {
  if (page === 1) return <EmptyState icon={CircleCheck} title={t("line.history.empty")} />;
  return (
    <EmptyState
      title={t("line.history.emptyPage")}
      actions={<LinkButton href={hrefOf(1)}>{t("line.history.firstPage")}</LinkButton>}
    />
  );
}

function hrefOf(page: number) {
  return paths.settingsLine({ page: page === 1 ? undefined : String(page) });
}
