import { Moment } from "@/components/domain/moment";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { isKnownCode } from "@/lib/domain/issuer-code";
import type { OperationEvent } from "@/lib/domain/journal";
import { Month } from "@/lib/domain/month";
import { formatCount, formatMonth } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Reader } from "@/lib/i18n/reader";
import type { StoryEntry } from "@/lib/server/operations/read-operation";

interface StoryProps {
  reader: Reader;
  entries: readonly StoryEntry[];
}

/** What happened to the operation, in the order in which the journal has it. */
export function Story({ reader, entries }: StoryProps) {
  const { t } = reader;
  return (
    <Panel title={t("story.timeline")}>
      <ol className="flex flex-col">
        {entries.map(({ at, by, role, event }, index) => (
          <li
            key={index}
            className="relative flex flex-col gap-0.5 border-l-2 border-line pb-4 pl-4 last:pb-0"
          >
            <span
              aria-hidden
              className="absolute top-1.5 -left-[5px] size-2 rounded-full bg-line-strong"
            />
            <p className="font-medium">{t(`story.event.${SHORT_KINDS[event.kind]}`)}</p>
            <p className="text-xs text-ink-soft">
              <Moment reader={reader} at={at} precision="seconds" />
              {" · "}
              {role === "desk" ? t("story.desk") : by}
            </p>
            <Detail reader={reader} event={event} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Detail({ reader, event }: { reader: Reader; event: OperationEvent }) {
  const { t, locale } = reader;
  switch (event.kind) {
    case "operation.intended":
      return (
        <Disclosure summary={t("funds.summary.request")} className="text-xs">
          <pre className="rounded border bg-surface-sunken p-2 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap">
            {`${event.request.method} ${event.request.path}\n${event.request.body}`}
          </pre>
        </Disclosure>
      );
    case "operation.applied":
    case "operation.refused":
      return <Answer reader={reader} answer={event.answer} />;
    case "operation.unknown":
      return (
        <>
          <p className="text-xs">{t(`story.unknown.${event.cause}`)}</p>
          {event.answer !== null && <Answer reader={reader} answer={event.answer} />}
        </>
      );
    case "operation.checked":
    case "operation.proven-absent":
      return (
        <p className="text-xs">
          {t("story.looked", {
            months: event.months.map((month) => monthInWords(locale, month)).join(", "),
            count: formatCount(locale, event.movementsRead),
          })}
        </p>
      );
    case "operation.proposed":
      return <p className="text-xs">{t("story.movement", { id: event.movementId })}</p>;
    case "operation.proposal-rejected":
    case "operation.settled-by-hand":
      return <p className="text-xs">{event.reason}</p>;
    case "operation.noted":
      return <p className="text-xs whitespace-pre-wrap">{event.text}</p>;
    case "operation.settled":
      return event.movementId === null ? null : (
        <p className="text-xs">{t("story.movement", { id: event.movementId })}</p>
      );
  }
}

function monthInWords(locale: Locale, text: string): string {
  const month = Month.safeParse(text);
  return month.success ? formatMonth(locale, month.data) : text;
}

type IssuerAnswer = Extract<OperationEvent, { kind: "operation.applied" }>["answer"];

function Answer({ reader, answer }: { reader: Reader; answer: IssuerAnswer }) {
  const { t, locale } = reader;
  const code = answer.code ?? "";
  return (
    <div className="flex flex-col gap-0.5 text-xs text-ink-soft">
      {answer.code !== null && (
        <p>
          {answer.code} {isKnownCode(code) ? t(`codes.${code}.words`) : (answer.message ?? "")}
        </p>
      )}
      <p>
        {t("story.answer", {
          status: answer.httpStatus === null ? t("story.noAnswer") : `HTTP ${answer.httpStatus}`,
          duration: formatCount(locale, answer.durationMs),
        })}
        {answer.attempts > 1 && ` · ${t("story.attempts", { count: String(answer.attempts) })}`}
      </p>
      <p>
        {t("story.requestId")} <span className="font-mono select-all">{answer.requestId}</span>
      </p>
    </div>
  );
}

/** The words are grouped under `story.event` by the last part of an event's kind. */
const SHORT_KINDS = {
  "operation.intended": "intended",
  "operation.applied": "applied",
  "operation.refused": "refused",
  "operation.unknown": "unknown",
  "operation.checked": "checked",
  "operation.settled": "settled",
  "operation.proposed": "proposed",
  "operation.proposal-rejected": "proposal-rejected",
  "operation.proven-absent": "proven-absent",
  "operation.settled-by-hand": "settled-by-hand",
  "operation.noted": "noted",
} as const satisfies Record<OperationEvent["kind"], string>;
