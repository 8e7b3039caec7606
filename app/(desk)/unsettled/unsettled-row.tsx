import type { ReactNode } from "react";

import { Amount } from "@/components/domain/amount";
import { DirectionLabel } from "@/components/domain/direction-label";
import { Moment } from "@/components/domain/moment";
import { cx } from "@/components/ui/cx";
import { LinkButton } from "@/components/ui/link-button";
import { Td, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/domain/operator";
import type { Operator } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { UnsettledOperation } from "@/lib/server/operations/list-unsettled";
import { OLD_MS } from "@/lib/server/operations/unsettled";

import { CheckRow } from "./check-row";
import { Waited } from "./live-clock";
import { Looks } from "./looks";
import { Soft } from "./soft";
import { WhatIsKnown } from "./what-is-known";

interface RowProps {
  reader: Reader;
  operator: Operator;
  row: UnsettledOperation;
  columnDecimals: number;
  now: Date;
}

/**
 * One operation in two lines: how long and how much first. Below 960 px those two share the first
 * line, and the rest is labelled.
 */
export function UnsettledRow({ reader, operator, row, columnDecimals, now }: RowProps) {
  const { t } = reader;
  const { operation, since } = row;
  const isOld = now.getTime() - since.getTime() > OLD_MS;
  return (
    <Tr className="break-inside-avoid align-top max-md:grid-cols-[auto_1fr]">
      <Td className="whitespace-nowrap md:py-2">
        <div className="flex flex-col">
          <span className={cx("text-base font-semibold", isOld && "text-unknown")}>
            <Waited sinceMs={since.getTime()} />
          </span>
          <Soft>
            <Moment reader={reader} at={since} />
          </Soft>
        </div>
      </Td>
      <Td align="end" className="max-md:justify-end! md:py-2">
        <div className="flex flex-col items-end">
          <Amount
            reader={reader}
            money={operation.amount}
            flow={operation.direction}
            hasCurrency
            columnDecimals={columnDecimals}
            // What holds the decimal point in its column is a gap where there is no column.
            className="text-base font-semibold max-md:[&_.invisible]:hidden"
          />
          <Soft>
            <DirectionLabel reader={reader} direction={operation.direction} />
          </Soft>
        </div>
      </Td>
      <Labelled label={t("unsettled.column.operation")} className="md:min-w-52">
        <TextLink
          isQuiet
          href={paths.operation(operation.id)}
          className="font-mono [overflow-wrap:anywhere]"
        >
          {operation.reference}
        </TextLink>
        <Soft>
          <TextLink href={paths.card(operation.cardId)}>
            {t("unsettled.onCard", { card: operation.cardId })}
          </TextLink>{" "}
          {t("unsettled.by", { name: operation.operatorName })}
        </Soft>
      </Labelled>
      <Labelled label={t("unsettled.column.known")} className="md:min-w-44">
        <WhatIsKnown reader={reader} row={row} />
      </Labelled>
      <Labelled label={t("unsettled.column.looks")}>
        <Looks reader={reader} row={row} />
      </Labelled>
      <Td className="max-md:col-span-2 max-md:justify-end! md:py-2 md:text-end print:hidden">
        <RowAction reader={reader} operator={operator} row={row} />
      </Td>
    </Tr>
  );
}

function RowAction({
  reader: { t },
  operator,
  row,
}: Pick<RowProps, "reader" | "operator" | "row">) {
  const { operation, proposal } = row;
  if (proposal !== null && may(operator, "operation.settle")) {
    return (
      <LinkButton href={paths.operation(operation.id)} variant="primary">
        {t("unsettled.decide")}
        <span className="sr-only">{operation.reference}</span>
      </LinkButton>
    );
  }
  if (operation.status !== "unknown" || !may(operator, "operation.check")) return null;
  return <CheckRow operationId={operation.id} reference={operation.reference} />;
}

interface LabelledProps {
  label: string;
  className?: string;
  children: ReactNode;
}

function Labelled({ label, className, children }: LabelledProps) {
  return (
    <Td label={label} className="max-md:col-span-2 md:py-2">
      <div
        className={cx(
          "flex min-w-0 flex-col items-start max-md:items-end max-md:text-end",
          className,
        )}
      >
        {children}
      </div>
    </Td>
  );
}
