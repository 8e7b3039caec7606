"use client";

import type { ReactNode } from "react";

import { cx } from "@/components/ui/cx";
import type { Currency } from "@/lib/domain/currency";
import type { Movement } from "@/lib/domain/movement";
import type { Reader } from "@/lib/i18n/reader";

import { MovementRow } from "./movement-row";
import { VirtualRows } from "./virtual-rows";

/** More rows than this are drawn as far as they can be seen. */
const DRAWN_AT_ONCE = 120;

/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   Below 960 px the rows are laid out as blocks, and an element whose `display` is no longer a
   table's loses its meaning in Safari unless its role is written out. */

interface MovementsTableProps {
  reader: Reader;
  rows: readonly Movement[];
  /** How many rows there are, also while some of them are not here yet. */
  rowCount: number;
  /** The one currency of the month, for the heading; null where each row has to name its own. */
  currency: Currency | null;
  decimals: number;
}

/**
 * The movements as a table of rows of one height: 36 px, or blocks of 84 px below 960 px. A long
 * month is drawn as far as it can be seen; the table says how many rows it really has.
 */
export function MovementsTable({
  reader,
  rows,
  rowCount,
  currency,
  decimals,
}: MovementsTableProps) {
  const { t } = reader;
  const row = (index: number) => {
    const movement = rows[index];
    return (
      movement !== undefined && (
        <MovementRow
          key={index}
          reader={reader}
          movement={movement}
          rowIndex={index + 2}
          hasCurrency={currency === null}
          decimals={decimals}
        />
      )
    );
  };
  return (
    <table
      role="table"
      aria-label={t("movements.title")}
      aria-rowcount={rowCount + 1}
      className="w-full table-fixed border-separate border-spacing-0 text-sm max-md:block"
    >
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" aria-rowindex={1}>
          <Heading className="w-38">{t("movements.columns.time")}</Heading>
          <Heading className="w-[17%]">{t("movements.columns.type")}</Heading>
          <Heading className="w-24 md:max-lg:hidden">{t("movements.columns.direction")}</Heading>
          <Heading className="w-36" isEnd>
            {currency === null
              ? t("movements.columns.amount")
              : t("movements.columns.amountIn", { currency })}
          </Heading>
          <Heading className="w-24">{t("movements.columns.status")}</Heading>
          {/* Whole, with the mark beside it, for a reference as the desk suggests it. */}
          <Heading className="w-66">{t("movements.columns.reference")}</Heading>
          <Heading>{t("movements.columns.text")}</Heading>
        </tr>
      </thead>
      {rows.length <= DRAWN_AT_ONCE ? (
        <tbody role="rowgroup" className="max-md:block">
          {rows.map((_, index) => row(index))}
        </tbody>
      ) : (
        <VirtualRows count={rows.length} row={row} />
      )}
    </table>
  );
}

interface HeadingProps {
  className?: string;
  isEnd?: boolean;
  children: ReactNode;
}

function Heading({ className, isEnd = false, children }: HeadingProps) {
  return (
    <th
      role="columnheader"
      scope="col"
      className={cx(
        // Below the card's header, which stays at the top.
        "sticky top-[calc(var(--bar-height)+57px)] z-10 h-8 border-b bg-surface px-3 text-xs font-medium whitespace-nowrap text-ink-soft first:rounded-tl-lg first:pl-4 last:rounded-tr-lg last:pr-4",
        isEnd ? "text-end" : "text-start",
        className,
      )}
    >
      {children}
    </th>
  );
}
