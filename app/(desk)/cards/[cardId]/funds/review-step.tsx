"use client";

import { ShieldCheck } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

import { channelInWords } from "@/components/domain/channel-in-words";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import type { Fact } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { Card } from "@/lib/domain/card";
import type { Money } from "@/lib/domain/money";
import { balanceAfter } from "@/lib/domain/operation";
import type { OperationRequest } from "@/lib/domain/operation";
import { takesProof } from "@/lib/domain/step-up";
import { formatMoney } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { useReader } from "@/lib/i18n/use-reader";

import type { Reason } from "./funds-form";
import { ReversalReview } from "./reversal-review";
import type { Reversed } from "./reversed";

interface ReviewStepProps {
  card: Card;
  request: OperationRequest;
  reasons: readonly Reason[];
  /** What it takes back. */
  reversed: Reversed | null;
  provesOver: readonly Money[];
  isSending: boolean;
  /** What was done before is still being looked for, and the press waits for it. */
  isLooking: boolean;
  /** What was done before. */
  sensed: ReactNode;
  isBlocked: boolean;
  notice: ReactNode;
  onBack: () => void;
  onConfirm: () => void;
}

/** Second step: one sentence that says what will happen, and the button that makes it happen. */
export function ReviewStep({ card, request, reasons, ...rest }: ReviewStepProps) {
  const reader = useReader();
  const { t } = reader;
  const after = balanceLeft(card, request);
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus is outside of React: it follows to the new step, so that a screen reader reads it and
  // a second Enter does not press a button that moves money.
  useEffect(() => heading.current?.focus(), []);

  return (
    <section className="flex flex-col gap-5">
      <h2
        ref={heading}
        tabIndex={-1}
        className="font-medium text-ink-soft focus-visible:outline-none"
      >
        {t("funds.reviewStep.title")}
      </h2>
      <p className="rounded-lg border border-line-strong bg-surface-raised p-4 text-lg font-semibold">
        {sentenceOf(reader, card, request)}
        {rest.reversed !== null && (
          <ReversalReview reversed={rest.reversed} amount={request.amount} />
        )}
      </p>
      {after !== null && after.units < 0n && (
        <Notice tone="warn">{t("funds.summary.short")}</Notice>
      )}
      {rest.sensed}
      <DescriptionList facts={factsOf(reader, request, reasons)} />
      <ProofBeforehand amount={request.amount} limits={rest.provesOver} />
      {rest.notice}
      <div className="flex items-center justify-between gap-4 border-t pt-4">
        {/* Going back would not call back what is on its way. */}
        {rest.isSending ? (
          <p className="text-ink-soft">{t("funds.sendingDetail")}</p>
        ) : (
          <Button size="lg" onClick={rest.onBack}>
            {t("common.back")}
          </Button>
        )}
        {!rest.isBlocked && (
          <Button
            variant="primary"
            size="lg"
            className="min-w-44"
            isBusy={rest.isSending || rest.isLooking}
            busyLabel={rest.isSending ? t("funds.sending") : t("sense.looking")}
            onClick={rest.onConfirm}
          >
            {t("funds.confirm")}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Whoever is going to be asked for a proof knows it before the press. */
function ProofBeforehand({ amount, limits }: { amount: Money; limits: readonly Money[] }) {
  const { t, locale } = useReader();
  if (!takesProof(amount, limits)) return null;
  const limit = limits.find(({ currency }) => currency === amount.currency);
  return (
    <p className="flex gap-2 text-ink-soft">
      <Icon of={ShieldCheck} className="mt-0.5" />
      {limit === undefined
        ? t("funds.reviewStep.proofAlways")
        : t("funds.reviewStep.proofOver", { amount: formatMoney(locale, limit) })}
    </p>
  );
}

function sentenceOf({ locale, t }: Reader, card: Card, request: OperationRequest): string {
  const { direction } = request;
  const amount = formatMoney(locale, request.amount);
  const after = balanceLeft(card, request);
  const whose =
    card.holder === null || card.lastFour === null
      ? t("funds.reviewStep.cardById", { cardId: card.id })
      : t("funds.reviewStep.cardOf", { holder: card.holder, lastFour: card.lastFour });
  // A balance below zero is not what would be left: the notice says what is likely instead.
  return after === null || after.units < 0n
    ? t(`funds.reviewStep.${direction}`, { amount, card: whose })
    : t(`funds.reviewStep.${direction}_LEAVING`, {
        amount,
        card: whose,
        balance: formatMoney(locale, after),
      });
}

function balanceLeft({ balance }: Card, { direction, amount }: OperationRequest): Money | null {
  return balance === null ? null : balanceAfter(balance, direction, amount);
}

function factsOf(reader: Reader, request: OperationRequest, reasons: readonly Reason[]): Fact[] {
  const { t } = reader;
  const common = [
    { term: t("funds.mode.label"), detail: t(`funds.mode.${request.mode}`) },
    { term: t("funds.reference"), detail: <code className="font-mono">{request.reference}</code> },
  ];
  if (request.mode === "adjustment") {
    const reason = reasons.find(({ code }) => code === request.reasonCode);
    return [
      ...common,
      { term: t("funds.reason"), detail: reason?.label ?? request.reasonCode },
      { term: t("funds.observations"), detail: request.observations, isProse: true },
    ];
  }
  return [
    ...common,
    { term: t("funds.channel"), detail: channelInWords(reader, request.channel) },
    { term: t("funds.description"), detail: request.description ?? t("common.notGiven") },
    ...Object.entries(request.customKeys).map(([term, detail]) => ({ term, detail })),
  ];
}
