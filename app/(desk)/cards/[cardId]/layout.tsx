import { Suspense } from "react";
import type { ReactNode } from "react";

import { CardId } from "@/lib/domain/ids";
import { requireActor } from "@/lib/server/auth/current-actor";
import { currentCard } from "@/lib/server/cards/current-card";

import { CardSkeleton } from "./_card/card-skeleton";
import { CardTabs } from "./_card/card-tabs";
import { NoSuchCard } from "./_card/no-such-card";

interface LayoutProps {
  params: Promise<{ cardId: string }>;
  header: ReactNode;
  children: ReactNode;
}

/**
 * A card: who and how much at the top, the tabs, and the page of the tab. The top is a slot and not
 * part of this layout, because a layout stays as it was while one goes from tab to tab, and the
 * balance must not.
 */
export default async function CardLayout({ params, header, children }: LayoutProps) {
  const [{ cardId: typed }] = await Promise.all([params, requireActor()]);
  const cardId = CardId.safeParse(typed);
  if (!cardId.success) return <NoSuchCard typed={typed} />;
  return (
    <Suspense fallback={<CardSkeleton />}>
      <KnownCard cardId={cardId.data} header={header}>
        {children}
      </KnownCard>
    </Suspense>
  );
}

interface KnownCardProps {
  cardId: CardId;
  header: ReactNode;
  children: ReactNode;
}

/** One answer for a card that the issuer does not have, whichever tab was asked for. */
async function KnownCard({ cardId, header, children }: KnownCardProps) {
  const card = await currentCard(cardId);
  if (!card.ok && card.failure.kind === "not-found") return <NoSuchCard typed={cardId} />;
  return (
    <>
      {header}
      <CardTabs cardId={cardId} />
      <div className="pt-5">{children}</div>
    </>
  );
}
