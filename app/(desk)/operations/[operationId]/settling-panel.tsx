import { ClientMessages } from "@/app/client-messages";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { holdsReference } from "@/lib/domain/journal";
import { may, permissionToMove } from "@/lib/domain/operator";
import type { Operator } from "@/lib/domain/operator";
import { formatMoney } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import type { OperationStory } from "@/lib/server/operations/read-operation";
import type { Settling } from "@/lib/server/operations/read-settling";
import type { OperationView } from "@/lib/server/operations/view";

import { AnswerProposal } from "./answer-proposal";
import { LiveOutcome } from "./live-outcome";
import { ProposalCard } from "./proposal-card";
import { ResendLinks } from "./resend-links";
import { SendAgain } from "./send-again";
import { SettleByHand } from "./settle-by-hand";

interface SettlingPanelProps {
  reader: Reader;
  story: OperationStory;
  settling: Settling;
  resentAs: readonly OperationView[];
  operator: Operator;
  looksByItself: boolean;
  now: Date;
}

/** What people can do about an outcome that is open, or that turned out to be none. */
export function SettlingPanel(props: SettlingPanelProps) {
  const { reader, story, settling, resentAs, operator, looksByItself, now } = props;
  const { operation } = story;
  const { proposal } = settling;
  const maySettle = may(operator, "operation.settle");
  const isSent = resentAs.some(({ status }) => holdsReference(status));
  const canSendAgain =
    operation.status === "not-applied" &&
    proposal === null &&
    !isSent &&
    may(operator, permissionToMove(operation.direction));
  return (
    <ClientMessages namespaces={["story", "settle", "problems"]}>
      <LiveOutcome
        operationId={operation.id}
        shown={shownOf(settling, now)}
        looksByItself={looksByItself}
        mayCheck={operation.status === "unknown" && may(operator, "operation.check")}
        isProposed={proposal !== null}
      />
      <ResendLinks reader={reader} resends={settling.resends} resentAs={resentAs} />
      {proposal !== null && (
        <ProposalCard reader={reader} operation={operation} proposal={proposal}>
          {maySettle ? (
            <AnswerProposal
              key={proposal.movementId}
              operationId={operation.id}
              movementId={proposal.movementId}
            />
          ) : null}
        </ProposalCard>
      )}
      {canSendAgain && <ResendForm reader={reader} story={story} />}
      {operation.status === "unknown" && maySettle && (
        <Panel className="print:hidden">
          <Disclosure summary={reader.t("settle.byHand.summary")}>
            <SettleByHand operationId={operation.id} />
          </Disclosure>
        </Panel>
      )}
    </ClientMessages>
  );
}

function shownOf(settling: Settling, now: Date) {
  const { status, looks, lastLookAt, nextLookAt, version } = settling;
  return {
    status,
    looks,
    version,
    lastLookAtMs: lastLookAt?.getTime() ?? null,
    nextLookAtMs: nextLookAt?.getTime() ?? null,
    nowMs: now.getTime(),
  };
}

function ResendForm({ reader, story }: { reader: Reader; story: OperationStory }) {
  const { t, locale } = reader;
  const { operation, entries } = story;
  const { cardId: card, reference } = operation;
  const intended = entries.map(({ event }) => event).find(isIntended);
  return (
    <SendAgain
      resends={operation.id}
      sentence={t(`settle.again.${operation.direction}`, {
        amount: formatMoney(locale, operation.amount),
        card,
      })}
      lead={t("settle.again.lead", { reference })}
    >
      <pre className="rounded border bg-surface-sunken p-2 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap">
        {intended !== undefined &&
          `${intended.request.method} ${intended.request.path}\n${intended.request.body}`}
      </pre>
    </SendAgain>
  );
}

type StoryEvent = OperationStory["entries"][number]["event"];

function isIntended(
  event: StoryEvent,
): event is Extract<StoryEvent, { kind: "operation.intended" }> {
  return event.kind === "operation.intended";
}
