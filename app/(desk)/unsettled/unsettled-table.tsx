import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import type { Operator } from "@/lib/domain/operator";
import { columnDecimals, formatCount } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import type { UnsettledOperation } from "@/lib/server/operations/list-unsettled";

import { UnsettledRow } from "./unsettled-row";

interface UnsettledTableProps {
  reader: Reader;
  operator: Operator;
  rows: readonly UnsettledOperation[];
  /** How many there are, listed or not. */
  count: number;
  now: Date;
}

/** How long each has waited and what it is about, the oldest first. */
export function UnsettledTable({ reader, operator, rows, count, now }: UnsettledTableProps) {
  const { t, locale } = reader;
  const decimals = columnDecimals(rows.map(({ operation }) => operation.amount));
  return (
    <Panel isFlush>
      <Table label={t("unsettled.title")}>
        <TableHead>
          <Th>{t("unsettled.column.waiting")}</Th>
          <Th align="end">{t("unsettled.column.amount")}</Th>
          <Th>{t("unsettled.column.operation")}</Th>
          <Th>{t("unsettled.column.known")}</Th>
          <Th>{t("unsettled.column.looks")}</Th>
          <Th className="print:hidden">
            <span className="sr-only">{t("unsettled.column.action")}</span>
          </Th>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <UnsettledRow
              key={row.operation.id}
              reader={reader}
              operator={operator}
              row={row}
              columnDecimals={decimals}
              now={now}
            />
          ))}
        </TableBody>
      </Table>
      {count > rows.length && (
        <p className="border-t px-4 py-2.5 text-ink-soft">
          {t("unsettled.more", {
            shown: formatCount(locale, rows.length),
            count: count - rows.length,
          })}
        </p>
      )}
    </Panel>
  );
}
