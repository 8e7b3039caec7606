import { isKnownCode } from "@/lib/domain/issuer-code";
import type { OperationEvent } from "@/lib/domain/journal";
import { isMoneySpent } from "@/lib/domain/reversal";
import type { LookSchedule } from "@/lib/domain/settling";
import { formatDuration } from "@/lib/i18n/duration";
import { formatMoney, formatTime } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import type { OperationStory } from "@/lib/server/operations/read-operation";

/** What happened, whether money moved, and what to do: in that order, in the reader's words. */
export interface OutcomeWords {
  readonly happened: string;
  readonly money: string;
  readonly todo: string | null;
  /** The issuer's own code and message, for those who need them. */
  readonly code: string | null;
}

type Kind<K extends OperationEvent["kind"]> = Extract<OperationEvent, { kind: K }>;

/** How an outcome is found out, and how far that has come. */
export interface Search {
  readonly schedule: Pick<LookSchedule, "absenceLooks" | "absenceWindowMs">;
  /** The desk has credentials of its own and looks in the background. */
  readonly looksByItself: boolean;
  /** A movement waits for a supervisor's answer. */
  readonly isProposed: boolean;
  readonly isResent: boolean;
}

/** The words of an operation's present outcome, from its story. */
export function outcomeWords(
  reader: Reader,
  { operation, entries }: OperationStory,
  search: Search,
): OutcomeWords {
  const { t, locale } = reader;
  const events = entries.map((entry) => entry.event);
  const amount = formatMoney(locale, operation.amount);
  switch (operation.status) {
    case "applied": {
      return {
        happened: t(`story.applied.${operation.direction}`, { amount }),
        money: t(`story.applied.${howApplied(events)}`),
        todo: null,
        code: null,
      };
    }
    case "refused":
      return isSpent({ operation, entries })
        ? spentWords(reader, amount, lastOf(events, "operation.refused"))
        : refusedWords(reader, lastOf(events, "operation.refused"));
    case "unknown": {
      const event = lastOf(events, "operation.unknown");
      return {
        happened: t(`story.unknown.${event?.cause ?? "sender-gone"}`),
        money: t("story.unknown.money"),
        todo: unknownTodo(reader, operation.reference, search),
        code: codeOf(event?.answer ?? null),
      };
    }
    case "not-applied":
      return notAppliedWords(reader, lastOf(events, "operation.proven-absent"), search);
    case "intended":
      return {
        happened: t("story.intended.happened"),
        money: t("story.intended.money"),
        todo: null,
        code: null,
      };
  }
}

/** Whether it was to take back money that the card has no more. */
export function isSpent({ operation, entries }: OperationStory): boolean {
  const refused = lastOf(
    entries.map((entry) => entry.event),
    "operation.refused",
  );
  return isMoneySpent(operation, refused?.answer.code ?? null);
}

function spentWords(
  { t }: Reader,
  amount: string,
  event: Kind<"operation.refused"> | null,
): OutcomeWords {
  return {
    happened: t("reversal.spent.happened", { amount }),
    money: t("reversal.spent.money"),
    todo: t("reversal.spent.todo"),
    code: codeOf(event?.answer ?? null),
  };
}

function refusedWords({ t }: Reader, event: Kind<"operation.refused"> | null): OutcomeWords {
  const money = t("story.refused.money");
  const answer = event?.answer ?? null;
  const code = codeOf(answer);
  if (event === null || answer === null) {
    return { happened: t("story.refused.http-status"), money, todo: null, code };
  }
  if (event.cause !== "business-code" || answer.code === null) {
    const todo = t(`story.refused.${event.cause}_TODO`);
    return { happened: t(`story.refused.${event.cause}`), money, todo, code };
  }
  if (!isKnownCode(answer.code)) {
    const happened = t("story.refused.unknownCode", { code: answer.code });
    return { happened, money, todo: t("story.refused.business-code_TODO"), code };
  }
  return {
    happened: t(`codes.${answer.code}.words`),
    money,
    todo: t(`codes.${answer.code}.remedy`),
    code,
  };
}

/** Who says that it was applied: the issuer's answer, its feed, or a supervisor. */
function howApplied(events: readonly OperationEvent[]) {
  if (lastOf(events, "operation.applied") !== null) return "confirmed";
  const settled = lastOf(events, "operation.settled");
  if (settled === null) return "byHand";
  return settled.how === "proposal" ? "proposal" : "found";
}

function unknownTodo({ t }: Reader, reference: string, search: Search): string {
  if (search.isProposed) return t("story.unknown.proposed");
  const { absenceLooks: looks, absenceWindowMs } = search.schedule;
  const proof = { reference, looks, window: formatDuration(absenceWindowMs) };
  return t(search.looksByItself ? "story.unknown.todo" : "story.unknown.todoByPeople", proof);
}

function notAppliedWords(
  { t, locale, timeZone }: Reader,
  proof: Kind<"operation.proven-absent"> | null,
  { isProposed, isResent }: Search,
): OutcomeWords {
  const money =
    proof === null
      ? t("story.not-applied.byHand")
      : t("story.not-applied.absent", {
          looks: proof.looks,
          since: formatTime(locale, timeZone, new Date(proof.since), "minutes"),
        });
  const happened = t("story.not-applied.happened");
  const todo = isProposed ? "proposed" : isResent ? "resent" : "todo";
  return { happened, money, todo: t(`story.not-applied.${todo}`), code: null };
}

function codeOf(answer: Kind<"operation.refused">["answer"] | null): string | null {
  if (answer === null) return null;
  const status = answer.httpStatus === null ? null : `HTTP ${answer.httpStatus}`;
  const parts = [answer.code, status, answer.message].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(" · ");
}

function lastOf<K extends OperationEvent["kind"]>(
  events: readonly OperationEvent[],
  kind: K,
): Kind<K> | null {
  const isOfKind = (event: OperationEvent): event is Kind<K> => event.kind === kind;
  return events.findLast(isOfKind) ?? null;
}
