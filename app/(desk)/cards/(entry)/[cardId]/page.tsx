import { redirect } from "next/navigation";

import { cardLanding } from "@/app/_reading/card-landing";
import { NoSuchCard } from "@/app/(desk)/cards/[cardId]/_card/no-such-card";
import { CardId } from "@/lib/domain/ids";
import { monthOf } from "@/lib/domain/month";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";

interface PageProps {
  params: Promise<{ cardId: string }>;
}

/**
 * A card by itself is no page: it opens at the tab that its reader works with. Outside of the card's
 * layout, which begins to answer at once: what has begun can no longer be a redirect.
 */
export default async function CardPage({ params }: PageProps) {
  const [{ operator }, { cardId }] = await Promise.all([requireActor(), params]);
  const id = CardId.safeParse(cardId);
  if (!id.success) return <NoSuchCard typed={cardId} />;
  const { now, timeZone } = desk();
  redirect(cardLanding(operator, id.data, monthOf(now(), timeZone)));
}
