"use client";

import { Amount } from "@/components/domain/amount";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import type { Card } from "@/lib/domain/card";
import { Currency } from "@/lib/domain/currency";
import { fundsCall } from "@/lib/domain/funds-call";
import { parseTypedAmount } from "@/lib/domain/money";
import type { Money } from "@/lib/domain/money";
import { balanceAfter } from "@/lib/domain/operation";
import type { OperationForm, OperationRequest } from "@/lib/domain/operation";
import { useReader } from "@/lib/i18n/use-reader";

interface SummaryPanelProps {
  card: Card;
  /** The whole request, once every field is right. */
  request: OperationRequest | null;
  form: OperationForm;
}

/** Beside the form, as one types: what it would do to the balance, and what exactly would be sent. */
export function SummaryPanel({ card, request, form }: SummaryPanelProps) {
  const { t } = useReader();
  return (
    <Panel
      title={t("funds.summary.title")}
      className="md:sticky md:top-[calc(var(--bar-height)+4.5rem)]"
    >
      <div className="flex flex-col gap-3">
        <BalancePreview card={card} form={form} />
        <p className="text-xs text-ink-soft">{t("funds.summary.moves")}</p>
        <Disclosure summary={t("funds.summary.request")}>
          {request === null ? (
            <p className="text-xs text-ink-soft">{t("funds.summary.incomplete")}</p>
          ) : (
            <RequestText card={card} request={request} />
          )}
        </Disclosure>
      </div>
    </Panel>
  );
}

function BalancePreview({ card, form }: Pick<SummaryPanelProps, "card" | "form">) {
  const reader = useReader();
  const { t } = reader;
  const amount = typedAmount(form);
  const { balance } = card;
  const direction = form.direction === "" ? null : form.direction;
  const after =
    balance !== null && amount !== null && direction !== null
      ? balanceAfter(balance, direction, amount)
      : null;
  if (balance === null) return <p>{t("funds.summary.noBalance")}</p>;
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-2 figures *:[dd]:pl-4">
      <dt className="text-ink-soft">{t("funds.summary.before")}</dt>
      <dd className="text-end">
        <Amount reader={reader} money={balance} hasCurrency />
      </dd>
      <dt className="text-ink-soft">
        {direction === null ? t("funds.summary.operation") : t(`funds.operation.${direction}`)}
      </dt>
      <dd className="text-end">
        {amount === null || direction === null ? (
          "—"
        ) : (
          <Amount reader={reader} money={amount} flow={direction} hasCurrency />
        )}
      </dd>
      <dt className="border-t pt-2 font-medium">{t("funds.summary.after")}</dt>
      <dd className="border-t pt-2 text-end font-semibold">
        <output aria-label={t("funds.summary.after")}>
          {after === null ? "—" : <Amount reader={reader} money={after} hasCurrency />}
        </output>
      </dd>
      {after !== null && after.units < 0n && (
        <p className="col-span-2 text-xs text-refused">{t("funds.summary.short")}</p>
      )}
    </dl>
  );
}

function RequestText({ card, request }: { card: Card; request: OperationRequest }) {
  const { method, path, body } = fundsCall(card.id, request, 2);
  return (
    <pre className="rounded border bg-surface-sunken p-3 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap">
      {`${method} ${path}\n${body}`}
    </pre>
  );
}

function typedAmount(form: OperationForm): Money | null {
  const currency = Currency.safeParse(form.currency);
  if (!currency.success) return null;
  const amount = parseTypedAmount(form.amount, currency.data);
  return amount.ok ? amount.value : null;
}
