import type { Metadata } from "next";
import { Suspense } from "react";

import { readFilter } from "@/app/_movements/month-filter";
import { ClientMessages } from "@/app/client-messages";
import { PageTitle } from "@/components/ui/page-title";
import { CardId } from "@/lib/domain/ids";
import { Month, addMonths, monthOf } from "@/lib/domain/month";
import { formatMonth, timeZoneNames } from "@/lib/i18n/format";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";

import { FutureMonth, NoSuchMonth } from "./month-messages";
import { MonthContent } from "./month-content";
import { MonthNav } from "./month-nav";
import { MonthSkeleton } from "./month-skeleton";

interface PageProps {
  params: Promise<{ cardId: string; month: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const MONTHS_LISTED = 24;
/** The earliest that `Month` knows. */
const FIRST_MONTH = Month.parse("2000-01");

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ t, locale }, typed] = await Promise.all([getReader(), params]);
  const month = Month.safeParse(typed.month);
  if (!month.success) return { title: t("movements.title") };
  return { title: t("movements.titleOf", { month: formatMonth(locale, month.data) }) };
}

/** A card's month: what the issuer says happened, with the ways to other months and to less of it. */
export default async function MonthPage({ params, searchParams }: PageProps) {
  const [typed, query, reader] = await Promise.all([
    params,
    searchParams,
    getReader(),
    requireActor(),
  ]);
  const cardId = CardId.safeParse(typed.cardId);
  // The layout says that there is no such card.
  if (!cardId.success) return null;
  const newest = newestMonth();
  const month = Month.safeParse(typed.month);
  if (!month.success) return <NoSuchMonth reader={reader} cardId={cardId.data} newest={newest} />;
  const { t, locale, timeZone } = reader;
  const zone = timeZoneNames(locale, timeZone, desk().now());
  return (
    <div className="flex flex-col gap-4">
      <ClientMessages namespaces={["movements"]}>
        <PageTitle
          detail={t("movements.zone", zone)}
          actions={
            <MonthNav
              cardId={cardId.data}
              month={month.data}
              previous={month.data > FIRST_MONTH ? addMonths(month.data, -1) : null}
              next={month.data < newest ? addMonths(month.data, 1) : null}
              months={monthsListed(month.data, newest).map((value) => ({
                value,
                label: formatMonth(locale, value),
              }))}
            />
          }
        >
          {t("movements.title")}
        </PageTitle>
        {month.data > newest ? (
          <FutureMonth reader={reader} cardId={cardId.data} month={month.data} newest={newest} />
        ) : (
          <Suspense key={month.data} fallback={<MonthSkeleton />}>
            <MonthContent cardId={cardId.data} month={month.data} filter={readFilter(query)} />
          </Suspense>
        )}
      </ClientMessages>
    </div>
  );
}

/**
 * The last month that may have movements. In whose zone the issuer's months begin is unknown, so on a
 * month's last evening the next one can be looked at already: what was just loaded may be in it.
 */
function newestMonth(): Month {
  const { now, timeZone } = desk();
  const [ours, utc] = [monthOf(now(), timeZone), monthOf(now(), "UTC")];
  return ours > utc ? ours : utc;
}

/** The last two years, newest first, and the month that is shown wherever it lies. */
function monthsListed(shown: Month, newest: Month): readonly Month[] {
  const last = Array.from({ length: MONTHS_LISTED }, (_, back) => addMonths(newest, -back));
  return [...new Set([...last, shown])].toSorted().toReversed();
}
