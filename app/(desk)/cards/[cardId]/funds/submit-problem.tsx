"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

import { whyStopped } from "@/app/(desk)/_pulse/why-stopped";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Currency } from "@/lib/domain/currency";
import type { OperationId } from "@/lib/domain/ids";
import { parseIssuerAmount } from "@/lib/domain/money";
import { formatMoney } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import type { SubmitProblem } from "./use-submit";

interface SubmitProblemNoticeProps {
  problem: SubmitProblem;
  onCorrect: () => void;
  onStartAnew: () => void;
}

/** Nothing was refused: it waits for the desk, or for the person. */
const NO_REFUSAL: ReadonlySet<SubmitProblem["kind"]> = new Set([
  "lost",
  "line-stopped",
  "locked",
  "step-up",
  "too-many",
]);

/** Why nothing was sent, above the button that was pressed, with the way out. */
export function SubmitProblemNotice(props: SubmitProblemNoticeProps) {
  const reader = useReader();
  const { t } = reader;
  const { problem } = props;
  const notice = useRef<HTMLDivElement>(null);
  // Focus lives outside of React: the answer to a press must be where the reader is.
  useEffect(() => notice.current?.focus(), [problem]);
  return (
    <Notice
      ref={notice}
      tone={NO_REFUSAL.has(problem.kind) ? "warn" : "error"}
      title={t(`funds.problem.${problem.kind}.title`)}
      actions={<WayOut {...props} />}
    >
      {problem.kind === "line-stopped" && <p>{whyStopped(reader, problem)}</p>}
      <p>{t(`funds.problem.${problem.kind}.detail`)}</p>
      {problem.kind === "invalid" &&
        problem.fields.some((field) => field.problem === "form.unreadable") && (
          <p>{t("problems.form.unreadable")}</p>
        )}
      {problem.kind === "reversal-too-large" && (
        <p>{t("reversal.tooLarge", { left: leftOf(reader, problem) })}</p>
      )}
      {problem.kind === "issuer-refused" && (
        <p>{t("funds.problem.code", { code: problem.code })}</p>
      )}
    </Notice>
  );
}

function WayOut({ problem, onCorrect, onStartAnew }: SubmitProblemNoticeProps) {
  const { t } = useReader();
  const pathname = usePathname();
  switch (problem.kind) {
    case "invalid":
      return <Button onClick={onCorrect}>{t("funds.problem.correct")}</Button>;
    case "signed-out":
      return <LinkButton href={paths.signIn(pathname)}>{t("funds.problem.signIn")}</LinkButton>;
    case "reference-taken":
      return (
        <>
          <LinkButton href={paths.operation(problem.operationId)}>
            {t("funds.problem.seeOther")}
          </LinkButton>
          <Button onClick={onStartAnew}>{t("funds.problem.newReference")}</Button>
        </>
      );
    case "id-reused":
      return (
        <>
          <LinkButton href={paths.operation(problem.operationId)}>
            {t("funds.problem.seeSent")}
          </LinkButton>
          <Button onClick={onStartAnew}>{t("funds.problem.startAnew")}</Button>
        </>
      );
    case "reversal-too-large":
      return (
        <>
          <Button onClick={onCorrect}>{t("funds.problem.correct")}</Button>
          <LinkButton href={paths.operation(problem.operationId)}>
            {t("funds.problem.seeOther")}
          </LinkButton>
        </>
      );
    case "wrong-status":
    case "not-reversible":
      return (
        <LinkButton href={paths.operation(problem.operationId)}>
          {t("funds.problem.seeOther")}
        </LinkButton>
      );
    case "similar":
    case "line-stopped":
    case "may-have-arrived":
    case "movement-claimed":
    case "locked":
    case "incomplete":
    case "step-up":
    case "too-many":
    case "denied":
    case "not-found":
    case "issuer-unavailable":
    case "issuer-refused":
    case "lost":
      return null;
  }
}

type TooLarge = Extract<SubmitProblem, { kind: "reversal-too-large" }>;

function leftOf({ locale }: Pick<Reader, "locale">, { left, currency }: TooLarge): string {
  const code = Currency.safeParse(currency);
  const amount = code.success ? parseIssuerAmount(left, code.data) : null;
  return amount?.ok === true ? formatMoney(locale, amount.value) : `${currency} ${left}`;
}

interface SentElsewhereProps {
  operationId: OperationId;
  onStartAnew: () => void;
}

/** Another tab has sent this very intent: it must not look as if it were still to be sent. */
export function SentElsewhere({ operationId, onStartAnew }: SentElsewhereProps) {
  const { t } = useReader();
  return (
    <Notice
      tone="warn"
      title={t("funds.sentElsewhere.title")}
      actions={
        <>
          <LinkButton href={paths.operation(operationId)}>{t("funds.problem.seeSent")}</LinkButton>
          <Button onClick={onStartAnew}>{t("funds.problem.startAnew")}</Button>
        </>
      }
    >
      <p>{t("funds.sentElsewhere.detail")}</p>
    </Notice>
  );
}
