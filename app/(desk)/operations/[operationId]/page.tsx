import type { Metadata } from "next";

import { OUTCOME_LOOK } from "@/components/domain/outcome-badge";
import { Notice } from "@/components/ui/notice";
import type { NoticeTone } from "@/components/ui/notice";
import { OperationId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { readOperation } from "@/lib/server/operations/read-operation";

import { AfterOutcome } from "./after-outcome";
import { NoSuchOperation } from "./no-such-operation";
import { OutcomeHeading } from "./outcome-heading";
import { outcomeWords } from "./outcome-words";
import { readSearch } from "./read-search";
import { Receipt } from "./receipt";
import { SettlingPanel } from "./settling-panel";
import { Story } from "./story";

interface PageProps {
  params: Promise<{ operationId: string }>;
}

const TONES = {
  applied: "success",
  refused: "error",
  unknown: "warn",
  intended: "info",
  "not-applied": "info",
} as const satisfies Record<OperationStatus, NoticeTone>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("story.title") };
}

/** One operation's whole story: its outcome as a heading, the receipt, and what may be done next. */
export default async function OperationPage({ params }: PageProps) {
  const [actor, reader, { operationId }] = await Promise.all([requireActor(), getReader(), params]);
  const { t } = reader;
  const id = OperationId.safeParse(operationId);
  const story = id.success ? await readOperation(desk(), actor, id.data) : null;
  if (story === null || !story.ok) return <NoSuchOperation />;
  const { operation } = story.value;
  const { settling, resentAs, search } = await readSearch(desk(), actor, operation);
  const words = outcomeWords(reader, story.value, search);
  return (
    <article className="grid max-w-[60rem] items-start gap-6 md:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <OutcomeHeading outcome={t(`outcome.${operation.status}`)} />
        <Notice
          tone={TONES[operation.status]}
          icon={OUTCOME_LOOK[operation.status].icon}
          title={words.happened}
        >
          <p>{words.money}</p>
          {words.todo !== null && <p>{words.todo}</p>}
          {words.code !== null && <p className="font-mono text-xs">{words.code}</p>}
        </Notice>
        <SettlingPanel
          reader={reader}
          story={story.value}
          settling={settling}
          resentAs={resentAs}
          operator={actor.operator}
          looksByItself={search.looksByItself}
          now={desk().now()}
        />
        <Receipt reader={reader} story={story.value} reasons={desk().reasons} />
        <AfterOutcome reader={reader} story={story.value} actor={actor} />
      </div>
      <Story reader={reader} entries={story.value.entries} />
    </article>
  );
}
