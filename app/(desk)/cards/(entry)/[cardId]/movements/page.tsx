import { redirect } from "next/navigation";

import { filterQuery, readFilter } from "@/app/_movements/month-filter";
import { NoSuchCard } from "@/app/(desk)/cards/[cardId]/_card/no-such-card";
import { CardId } from "@/lib/domain/ids";
import { Month, monthOf } from "@/lib/domain/month";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";

interface PageProps {
  params: Promise<{ cardId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * To the month that was chosen from the list, or to the present one, with the filter kept. Outside of
 * the card's layout for the reason that the card's own address is.
 */
export default async function MovementsPage({ params, searchParams }: PageProps) {
  const [{ cardId }, query] = await Promise.all([params, searchParams, requireActor()]);
  const id = CardId.safeParse(cardId);
  if (!id.success) return <NoSuchCard typed={cardId} />;
  const { now, timeZone } = desk();
  const month = Month.safeParse(query["month"]);
  const target = month.success ? month.data : monthOf(now(), timeZone);
  redirect(paths.movements(id.data, target, { ...filterQuery(readFilter(query)) }));
}
