import { Undo2 } from "lucide-react";

import { Amount } from "@/components/domain/amount";
import { DirectionLabel } from "@/components/domain/direction-label";
import { Moment } from "@/components/domain/moment";
import { OutcomeBadge } from "@/components/domain/outcome-badge";
import { Icon } from "@/components/ui/icon";
import { Table, TableBody, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { columnDecimals } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { OperationView } from "@/lib/server/operations/view";

/** The first to go where seven columns do not fit; the operation's own page names its maker. */
const OPERATOR = "md:max-lg:hidden";

interface OperationsTableProps {
  reader: Reader;
  /** Names the table. */
  label: string;
  operations: readonly OperationView[];
  /** Whose it is, where the list holds more than one's own. */
  hasOperator: boolean;
}

/** A short list of operations, one line each; the reference leads to the whole story. */
export function OperationsTable({ reader, label, operations, hasOperator }: OperationsTableProps) {
  const { t } = reader;
  const decimals = columnDecimals(operations.map((operation) => operation.amount));
  return (
    <Table label={label}>
      <TableHead>
        <Th>{t("home.lastOperations.time")}</Th>
        <Th>{t("home.lastOperations.card")}</Th>
        <Th>{t("home.lastOperations.operation")}</Th>
        <Th align="end">{t("home.lastOperations.amount")}</Th>
        <Th>{t("home.lastOperations.outcome")}</Th>
        <Th>{t("home.lastOperations.reference")}</Th>
        {hasOperator && <Th className={OPERATOR}>{t("home.lastOperations.operator")}</Th>}
      </TableHead>
      <TableBody>
        {operations.map((operation) => (
          <Tr key={operation.id}>
            <Td label={t("home.lastOperations.time")} className="whitespace-nowrap text-ink-soft">
              <Moment reader={reader} at={operation.createdAt} />
            </Td>
            <Td label={t("home.lastOperations.card")} className="font-mono">
              <TextLink isQuiet href={paths.card(operation.cardId)}>
                {operation.cardId}
              </TextLink>
            </Td>
            <Td label={t("home.lastOperations.operation")}>
              <span className="inline-flex items-center gap-1.5">
                <DirectionLabel reader={reader} direction={operation.direction} />
                {operation.reverses !== null && <ReversalMark word={t("reversal.mark")} />}
              </span>
            </Td>
            <Td label={t("home.lastOperations.amount")} align="end" className="font-medium">
              <Amount
                reader={reader}
                money={operation.amount}
                flow={operation.direction}
                hasCurrency
                columnDecimals={decimals}
              />
            </Td>
            <Td label={t("home.lastOperations.outcome")}>
              <OutcomeBadge reader={reader} outcome={operation.status} />
            </Td>
            <Td
              label={t("home.lastOperations.reference")}
              // Wraps rather than widens the table; cut off, it would lose the count at its end.
              className="font-mono"
            >
              <TextLink
                isQuiet
                href={paths.operation(operation.id)}
                className="[overflow-wrap:anywhere] max-md:text-end"
              >
                {operation.reference}
              </TextLink>
            </Td>
            {hasOperator && (
              <Td
                label={t("home.lastOperations.operator")}
                className={`md:whitespace-nowrap ${OPERATOR}`}
              >
                {operation.operatorName}
              </Td>
            )}
          </Tr>
        ))}
      </TableBody>
    </Table>
  );
}

/** A word would make a second line of the row; its operation's page says what it takes back. */
function ReversalMark({ word }: { word: string }) {
  return (
    <span title={word} className="text-ink-soft">
      <Icon of={Undo2} />
      <span className="sr-only">{word}</span>
    </span>
  );
}
