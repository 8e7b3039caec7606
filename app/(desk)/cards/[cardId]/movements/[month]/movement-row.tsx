import { memo } from "react";
import type { ReactNode } from "react";

import { statusInWords, typeInWords } from "@/app/_movements/movement-words";
import { Amount } from "@/components/domain/amount";
import { DirectionLabel } from "@/components/domain/direction-label";
import { Moment } from "@/components/domain/moment";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/text-link";
import { movedMoney } from "@/lib/domain/movement";
import type { Movement } from "@/lib/domain/movement";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

/** The heights of a row, as its classes below draw it; the virtual rows count with them. */
export const ROW_HEIGHT_PX = 36;
export const BLOCK_HEIGHT_PX = 84;

/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   See movements-table.tsx. */

interface MovementRowProps {
  reader: Reader;
  movement: Movement;
  /** Its place in the whole table, the headings being 1. */
  rowIndex: number;
  hasCurrency: boolean;
  decimals: number;
}

/** One movement. What did not move money is quieter than what did. */
export const MovementRow = memo(function MovementRow(props: MovementRowProps) {
  const { reader, movement, rowIndex } = props;
  const { t } = reader;
  const none = <span className="sr-only">{t("common.notGiven")}</span>;
  return (
    <tr
      role="row"
      aria-rowindex={rowIndex}
      className={cx(
        "hover:bg-surface/70 max-md:grid max-md:h-21 max-md:grid-cols-12 max-md:content-center max-md:gap-x-1 max-md:border-b max-md:px-4 [tbody:last-child>&:last-child]:border-b-0",
        !movedMoney(movement) && "text-ink-soft",
      )}
    >
      <Cell className="whitespace-nowrap text-ink-soft max-md:order-3 max-md:col-span-6">
        {movement.at === null ? none : <Moment reader={reader} at={movement.at} />}
      </Cell>
      <Cell
        title={typeInWords(reader, movement.type)}
        className="max-md:font-medium max-md:order-1 max-md:col-span-7"
      >
        {typeInWords(reader, movement.type) ?? none}
      </Cell>
      {/* Between the two widths the sign beside the amount has to do, for the sake of the reference. */}
      <Cell className="max-md:order-4 max-md:col-span-3 md:max-lg:hidden">
        <DirectionLabel reader={reader} direction={movement.flow} />
      </Cell>
      <Cell className="text-end font-medium max-md:order-2 max-md:col-span-5">
        <Amount
          reader={reader}
          money={movement.amount}
          flow={movement.flow}
          hasCurrency={props.hasCurrency}
          columnDecimals={props.decimals}
        />
      </Cell>
      <Cell className="max-md:text-end max-md:order-5 max-md:col-span-3">
        {statusInWords(reader, movement.status) ?? none}
      </Cell>
      <Cell title={movement.reference} className="max-md:text-end max-md:order-7 max-md:col-span-6">
        <Reference reader={reader} movement={movement} />
      </Cell>
      <Cell title={movement.text} className="text-ink-soft max-md:order-6 max-md:col-span-6">
        {movement.text ?? none}
      </Cell>
    </tr>
  );
});

/** The reference; of a movement that this desk made it is the way to its story. */
function Reference({ reader: { t }, movement }: Pick<MovementRowProps, "reader" | "movement">) {
  const { reference, operationId } = movement;
  if (reference === null) return <span className="sr-only">{t("common.notGiven")}</span>;
  if (operationId === null) return <span className="font-mono">{reference}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2 max-md:justify-end">
      <TextLink href={paths.operation(operationId)} className="truncate font-mono">
        {reference}
      </TextLink>
      <Badge tone="accent" className="h-5 px-1.5">
        {t("movements.ours")}
      </Badge>
    </span>
  );
}

interface CellProps {
  /** The whole text, where the column may be too narrow for it. */
  title?: string | null;
  className?: string;
  children: ReactNode;
}

function Cell({ title, className, children }: CellProps) {
  return (
    <td
      role="cell"
      title={title ?? undefined}
      className={cx(
        "truncate figures md:h-9 md:border-b [tbody:last-child>tr:last-child>&]:border-b-0 md:px-3 md:first:pl-4 md:last:pr-4",
        "max-md:min-w-0 max-md:leading-5",
        className,
      )}
    >
      {children}
    </td>
  );
}
