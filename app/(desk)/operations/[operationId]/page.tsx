import type { Metadata } from "next";

import { ClientMessages } from "@/app/client-messages";
import { OUTCOME_LOOK } from "@/components/domain/outcome-badge";
import { Notice } from "@/components/ui/notice";
import type { NoticeTone } from "@/components/ui/notice";
import { OperationId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import { may } from "@/lib/domain/operator";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { readOperation } from "@/lib/server/operations/read-operation";

import { AfterOutcome } from "./after-outcome";
import { CheckNow } from "./check-now";
import { NoSuchOperation } from "./no-such-operation";
import { outcomeWords } from "./outcome-words";
import { Receipt } from "./receipt";
import { Story } from "./story";
import { WatchOutcome } from "./watch-outcome";

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
  const words = outcomeWords(reader, story.value);
  const mayCheck = operation.status === "unknown" && may(actor.operator, "operation.check");
  return (
    <article className="grid max-w-[60rem] items-start gap-6 md:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <h1 className="text-lg font-semibold">{t(`outcome.${operation.status}`)}</h1>
        <Notice
          tone={TONES[operation.status]}
          icon={OUTCOME_LOOK[operation.status].icon}
          title={words.happened}
        >
          <p>{words.money}</p>
          {words.todo !== null && <p>{words.todo}</p>}
          {words.code !== null && <p className="font-mono text-xs">{words.code}</p>}
        </Notice>
        <ClientMessages namespaces={["story"]}>
          {mayCheck && <CheckNow operationId={operation.id} />}
          {operation.status === "intended" && <WatchOutcome operationId={operation.id} />}
        </ClientMessages>
        <Receipt reader={reader} story={story.value} reasons={desk().reasons} />
        <AfterOutcome reader={reader} story={story.value} actor={actor} />
      </div>
      <Story reader={reader} entries={story.value.entries} />
    </article>
  );
}
