import { Amount } from "@/components/domain/amount";
import { channelInWords } from "@/components/domain/channel-in-words";
import { DirectionLabel } from "@/components/domain/direction-label";
import { Moment } from "@/components/domain/moment";
import { DescriptionList } from "@/components/ui/description-list";
import type { Fact } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { Currency } from "@/lib/domain/currency";
import type { OperationEvent } from "@/lib/domain/journal";
import { parseIssuerAmount } from "@/lib/domain/money";
import type { Money } from "@/lib/domain/money";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { OperationStory } from "@/lib/server/operations/read-operation";
import type { OperationView } from "@/lib/server/operations/view";

interface ReceiptProps {
  reader: Reader;
  story: OperationStory;
  reasons: readonly { code: string; en: string; es: string }[];
}

/** The facts of an operation, to be read, linked to and printed on one page. */
export function Receipt({ reader, story, reasons }: ReceiptProps) {
  const { t } = reader;
  const { operation } = story;
  return (
    <Panel title={t(operation.status === "applied" ? "story.receipt" : "story.facts")}>
      <DescriptionList
        facts={[
          {
            term: t("funds.amount"),
            detail: (
              <Amount
                reader={reader}
                money={operation.amount}
                flow={operation.direction}
                hasCurrency
                size="title"
              />
            ),
          },
          {
            term: t("funds.operation.label"),
            detail: <DirectionLabel reader={reader} direction={operation.direction} />,
          },
          {
            term: t("common.card.card"),
            detail: (
              <TextLink href={paths.card(operation.cardId)}>
                <span className="font-mono">{operation.cardId}</span>
              </TextLink>
            ),
          },
          {
            term: t("funds.reference"),
            detail: <span className="font-mono">{operation.reference}</span>,
          },
          {
            term: t("story.sentAt"),
            detail: <Moment reader={reader} at={operation.createdAt} precision="seconds" hasZone />,
          },
          { term: t("story.by"), detail: operation.operatorName },
          ...balanceFacts(reader, story),
          { term: t("funds.mode.label"), detail: t(`funds.mode.${operation.mode}`) },
          ...modeFacts(reader, operation, reasons),
        ]}
      />
    </Panel>
  );
}

function modeFacts(
  reader: Reader,
  operation: OperationView,
  reasons: ReceiptProps["reasons"],
): Fact[] {
  const { t, locale } = reader;
  const { channel, observations } = operation;
  const facts: [string, string | null][] =
    operation.mode === "adjustment"
      ? [
          [
            t("funds.reason"),
            reasons.find((reason) => reason.code === operation.reasonCode)?.[locale] ??
              operation.reasonCode,
          ],
        ]
      : [
          [t("funds.channel"), channel === null ? null : channelInWords(reader, channel)],
          [t("funds.description"), operation.description],
          ...Object.entries(operation.customKeys),
        ];
  const prose =
    observations === null
      ? []
      : [{ term: t("funds.observations"), detail: observations, isProse: true }];
  return [
    ...facts.flatMap(([term, detail]) => (detail === null ? [] : [{ term, detail }])),
    ...prose,
  ];
}

function balanceFacts(reader: Reader, { operation, entries }: OperationStory): Fact[] {
  const events = entries.map((entry) => entry.event);
  const intended = eventOf(events, "operation.intended");
  const applied = eventOf(events, "operation.applied");
  const fact = (term: string, digits: string | null | undefined): Fact[] => {
    const balance = moneyOf(digits, operation.amount.currency);
    if (balance === null) return [];
    return [{ term, detail: <Amount reader={reader} money={balance} hasCurrency /> }];
  };
  return [
    ...fact(reader.t("story.balanceSeen"), intended?.balanceSeen),
    ...fact(reader.t("story.balanceAfter"), applied?.balanceAfter),
  ];
}

function moneyOf(digits: string | null | undefined, code: string): Money | null {
  if (digits == null) return null;
  const amount = parseIssuerAmount(digits, Currency.parse(code));
  return amount.ok ? amount.value : null;
}

function eventOf<K extends OperationEvent["kind"]>(events: readonly OperationEvent[], kind: K) {
  const isOfKind = (event: OperationEvent): event is Extract<OperationEvent, { kind: K }> =>
    event.kind === kind;
  return events.find(isOfKind);
}
