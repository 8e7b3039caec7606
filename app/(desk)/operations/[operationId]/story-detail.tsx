import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { Currency } from "@/lib/domain/currency";
import { OperationId } from "@/lib/domain/ids";
import { isKnownCode } from "@/lib/domain/issuer-code";
import type { IssuerAnswer, Looked, OperationEvent, Proposal } from "@/lib/domain/journal";
import { parseIssuerAmount } from "@/lib/domain/money";
import { Month } from "@/lib/domain/month";
import { formatSeconds } from "@/lib/i18n/duration";
import { formatDateTime, formatMoney, formatShortMonth, formatTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

type Event<K extends OperationEvent["kind"]> = Extract<OperationEvent, { kind: K }>;

/** What the journal knows of one event, below its name. */
export function StoryDetail({ reader, event }: { reader: Reader; event: OperationEvent }) {
  const { t, locale, timeZone } = reader;
  switch (event.kind) {
    case "operation.intended":
      return <Intended reader={reader} event={event} />;
    case "operation.applied":
    case "operation.refused":
      return <Answer reader={reader} answer={event.answer} />;
    case "operation.unknown":
      return (
        <>
          <p>{t(`story.unknown.${event.cause}`)}</p>
          {event.answer !== null && <Answer reader={reader} answer={event.answer} />}
        </>
      );
    case "operation.checked":
      return <WhatWasRead reader={reader} looked={event} />;
    case "operation.proven-absent":
      return (
        <>
          <p>
            {t("story.provenBy", {
              looks: event.looks,
              since: formatTime(locale, timeZone, event.since, "seconds"),
            })}
          </p>
          <WhatWasRead reader={reader} looked={event} />
        </>
      );
    case "operation.proposed":
      return <Proposed reader={reader} proposal={event} />;
    case "operation.proposal-rejected":
    case "operation.settled-by-hand":
    case "operation.settled":
      return (
        <>
          <MovementName reader={reader} id={event.movementId} />
          {event.reason !== null && <Reason reader={reader} reason={event.reason} />}
        </>
      );
    case "operation.noted":
      return <p className="whitespace-pre-wrap">{event.text}</p>;
  }
}

/** How often the desk looked without finding anything, from when to when. */
export function LooksDetail({ reader, times }: { reader: Reader; times: readonly Date[] }) {
  const { t, locale, timeZone } = reader;
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return null;
  const time = (at: Date) => formatTime(locale, timeZone, at, "seconds");
  return (
    <p>{t("story.lookedTimes", { count: times.length, from: time(first), to: time(last) })}</p>
  );
}

function Intended({ reader, event }: { reader: Reader; event: Event<"operation.intended"> }) {
  const { t } = reader;
  const { request, goOnReason } = event;
  const resends = OperationId.safeParse(event.resends);
  return (
    <>
      {resends.success && (
        <p>
          <TextLink href={paths.operation(resends.data)}>{t("story.sendsAgain")}</TextLink>
        </p>
      )}
      {goOnReason !== null && (
        <p className="[overflow-wrap:anywhere] whitespace-pre-line">
          {t("sense.onRecord")}: <span className="font-medium">{goOnReason}</span>
        </p>
      )}
      <Disclosure summary={t("funds.summary.request")} className="text-xs">
        <pre className="rounded border bg-surface-sunken p-2 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap">
          {`${request.method} ${request.path}\n${request.body}`}
        </pre>
      </Disclosure>
    </>
  );
}

function WhatWasRead({ reader, looked }: { reader: Reader; looked: Looked }) {
  const { t, locale } = reader;
  const { months, movementsRead, unreadable, pending } = looked;
  const names = months.map((month) => monthInWords(locale, month)).join(", ");
  return (
    <>
      <p>{t("story.looked", { months: names, count: movementsRead })}</p>
      {unreadable > 0 && <p>{t("story.unreadable", { count: unreadable })}</p>}
      {pending > 0 && <p>{t("story.pending", { count: pending })}</p>}
    </>
  );
}

function Proposed({ reader, proposal }: { reader: Reader; proposal: Proposal }) {
  const { t, locale, timeZone } = reader;
  const { movementId, movementAt, doubts } = proposal;
  const amount = amountInWords(locale, proposal);
  return (
    <>
      <MovementName reader={reader} id={movementId} />
      <p>
        {movementAt === null
          ? t("story.proposedUndated", { amount })
          : t("story.proposed", {
              amount,
              time: formatDateTime(locale, timeZone, movementAt, "seconds"),
            })}
      </p>
      <ul className="flex list-disc flex-col pl-4 text-ink-soft">
        {doubts.map((doubt) => (
          <li key={doubt}>{t(`settle.proposal.doubt.${doubt}`)}</li>
        ))}
      </ul>
    </>
  );
}

function amountInWords(locale: Locale, { amount, currency }: Proposal): string {
  const known = Currency.safeParse(currency);
  const money = known.success ? parseIssuerAmount(amount, known.data) : null;
  return money?.ok === true ? formatMoney(locale, money.value) : `${currency} ${amount}`;
}

/** Where the issuer gives no id, ours is made up of what can be seen: it tells a person nothing. */
function MovementName({ reader: { t }, id }: { reader: Reader; id: string | null }) {
  if (id === null || id.startsWith("~|")) return null;
  return <p className="[overflow-wrap:anywhere]">{t("story.movement", { id })}</p>;
}

function Reason({ reader: { t }, reason }: { reader: Reader; reason: string }) {
  return (
    <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{t("story.because", { reason })}</p>
  );
}

function monthInWords(locale: Locale, text: string): string {
  const month = Month.safeParse(text);
  return month.success ? formatShortMonth(locale, month.data) : text;
}

function Answer({ reader, answer }: { reader: Reader; answer: IssuerAnswer }) {
  const { t, locale } = reader;
  const { code, message, httpStatus, durationMs, attempts, requestId } = answer;
  const status =
    httpStatus === null ? t("story.noAnswer") : t("story.answered", { status: String(httpStatus) });
  return (
    <div className="flex flex-col gap-0.5 text-ink-soft">
      {code !== null && (
        <p>
          {code} {isKnownCode(code) ? t(`codes.${code}.words`) : (message ?? "")}
        </p>
      )}
      <p>
        {t("story.answer", { status, duration: formatSeconds(locale, durationMs) })}
        {attempts > 1 && ` · ${t("story.attempts", { count: String(attempts) })}`}
      </p>
      <p>
        {t("story.requestId")}{" "}
        <span className="font-mono [overflow-wrap:anywhere] select-all">{requestId}</span>
      </p>
    </div>
  );
}
