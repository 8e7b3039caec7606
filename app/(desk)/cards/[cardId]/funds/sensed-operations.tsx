"use client";

import { ExternalLink } from "lucide-react";

import { Amount } from "@/components/domain/amount";
import { Moment } from "@/components/domain/moment";
import { OutcomeBadge } from "@/components/domain/outcome-badge";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { parseTypedAmount } from "@/lib/domain/money";
import { formatAgo } from "@/lib/i18n/ago";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import type { SensedOperation } from "./sense";

interface SensedOperationsProps {
  operations: readonly SensedOperation[];
  /** The desk's clock when it answered. */
  now: string;
}

/** Who sent what, when, and with which outcome. The links leave the form where it is. */
export function SensedOperations({ operations, now }: SensedOperationsProps) {
  return (
    <ul className="mt-1 flex flex-col divide-y rounded border bg-surface-raised px-3">
      {operations.map((operation) => (
        <li key={operation.id} className="py-2">
          <Line operation={operation} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Line({ operation, now }: { operation: SensedOperation; now: string }) {
  const reader = useReader();
  const { t, locale } = reader;
  const amount = parseTypedAmount(operation.amount, operation.currency);
  const elapsedMs = Date.parse(now) - Date.parse(operation.at);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="font-medium">{operation.by}</span>
        <OutcomeBadge reader={reader} outcome={operation.status} />
      </p>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="text-xs">
          {formatAgo(locale, elapsedMs)}
          {" · "}
          <span className="text-ink-soft">
            <Moment reader={reader} at={operation.at} />
          </span>
        </span>
        {amount.ok && (
          <Amount reader={reader} money={amount.value} flow={operation.direction} hasCurrency />
        )}
      </p>
      <p className="text-xs">
        <TextLink
          href={paths.operation(operation.id)}
          isNewTab
          className="inline-flex items-center gap-1 font-mono [overflow-wrap:anywhere]"
        >
          {operation.reference}
          <Icon of={ExternalLink} className="size-3" />
          <span className="sr-only">({t("sense.newTab")})</span>
        </TextLink>
      </p>
    </div>
  );
}
