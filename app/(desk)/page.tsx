import type { Metadata } from "next";

import { cx } from "@/components/ui/cx";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/domain/operator";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";
import { recentCards } from "@/lib/server/cards/recent-cards";
import { desk } from "@/lib/server/desk";
import { countUnsettled } from "@/lib/server/operations/count-unsettled";
import { listOperations } from "@/lib/server/operations/list-operations";

import { FirstDay } from "./_home/first-day";
import { OperationsTable } from "./_home/operations-table";
import { RecentCards } from "./_home/recent-cards";
import { UnknownOperations } from "./_home/unknown-operations";

const LAST_OPERATIONS = 10;
const MOST_UNKNOWN = 20;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("home.title") };
}

/** What needs me now, and where I left off. */
export default async function HomePage() {
  const actor = await requireActor();
  const { operator } = actor;
  const isOperating = may(operator, "operation.add-funds");
  const [reader, unknown, shiftCount, last, cards] = await Promise.all([
    getReader(),
    listOperations(desk(), actor, { status: "unknown", limit: MOST_UNKNOWN }),
    countUnsettled(desk(), actor),
    listOperations(desk(), actor, { mine: isOperating, limit: LAST_OPERATIONS }),
    recentCards(desk(), actor),
  ]);
  const { t } = reader;
  const lastTitle = t(`home.lastOperations.${isOperating ? "title" : "titleAll"}`);
  const isFirstDay = last.length === 0 && cards.length === 0;
  const [firstName] = operator.name.split(" ");
  return (
    <div className="flex flex-col gap-6">
      <PageTitle detail={t("home.lead")}>
        {t("home.greeting", { name: firstName ?? operator.name })}
      </PageTitle>
      <UnknownOperations
        reader={reader}
        operations={unknown}
        isEverybodys={may(operator, "operation.list-all")}
        shiftCount={shiftCount}
      />
      {isFirstDay ? (
        <FirstDay reader={reader} isSandbox={desk().issuer.mode === "sandbox"} />
      ) : (
        <div
          className={cx(
            "grid grid-cols-[minmax(0,1fr)] items-start gap-6",
            // Everybody's operations have a column more, and need the whole width.
            isOperating && "xl:grid-cols-[minmax(0,1fr)_20rem]",
          )}
        >
          <Panel
            title={lastTitle}
            isFlush
            actions={
              <TextLink isQuiet href={paths.operations()}>
                {t("home.lastOperations.all")}
              </TextLink>
            }
          >
            {last.length === 0 ? (
              <p className="p-4 text-ink-soft">
                {t(`home.lastOperations.${isOperating ? "empty" : "emptyAll"}`)}
              </p>
            ) : (
              <OperationsTable
                reader={reader}
                label={lastTitle}
                operations={last}
                hasOperator={!isOperating}
              />
            )}
          </Panel>
          <Panel title={t("home.recentCards.title")} isFlush>
            <RecentCards reader={reader} cards={cards} />
          </Panel>
        </div>
      )}
    </div>
  );
}
