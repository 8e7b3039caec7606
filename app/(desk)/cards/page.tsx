import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { cardLanding } from "@/app/_reading/card-landing";
import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { PageTitle } from "@/components/ui/page-title";
import { monthOf } from "@/lib/domain/month";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";
import { findCards } from "@/lib/server/cards/find-cards";
import { recentCards } from "@/lib/server/cards/recent-cards";
import { desk } from "@/lib/server/desk";

import { answersOf } from "./answers";
import { FoundCards } from "./found-cards";
import { NothingFound } from "./nothing-found";
import { CardNumberRefused, StartFinding } from "./start-finding";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("find.title") };
}

/** What the finder in the header leads to: straight to the one card, or to a choice. */
export default async function FindCardPage({ searchParams }: PageProps) {
  const [actor, reader, query] = await Promise.all([requireActor(), getReader(), searchParams]);
  const typed = typeof query["find"] === "string" ? query["find"].trim().slice(0, 100) : "";
  if (typed === "") {
    const cards = await recentCards(desk(), actor);
    return query["refused"] !== "card-number" ? (
      <StartFinding reader={reader} recent={cards} />
    ) : (
      <CardNumberRefused reader={reader} />
    );
  }
  const found = await findCards(desk(), actor, typed);
  if (!found.ok) {
    if (found.failure.kind === "denied") {
      return <ForbiddenMessage operator={actor.operator} permission={found.failure.permission} />;
    }
    // A whole card number: the answer stands at an address without it, and a redirect leaves the
    // first address in no history.
    redirect(paths.cards({ refused: "card-number" }));
  }
  const answers = answersOf(reader, typed, found.value);
  const { timeZone, now } = desk();
  const [only] = answers;
  if (only !== undefined && answers.length === 1 && found.value.issuerFailure === null) {
    redirect(cardLanding(actor.operator, only.cardId, monthOf(now(), timeZone)));
  }
  return (
    <div className="flex flex-col gap-4">
      <PageTitle>
        {answers.length === 0 ? reader.t("find.title") : reader.t("find.titleOf", { typed })}
      </PageTitle>
      {answers.length === 0 ? (
        <NothingFound reader={reader} typed={typed} failure={found.value.issuerFailure} />
      ) : (
        <FoundCards
          reader={reader}
          answers={answers}
          isIssuerSilent={found.value.issuerFailure !== null}
        />
      )}
    </div>
  );
}
