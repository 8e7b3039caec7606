import type { ComponentProps, ReactNode } from "react";

import { cx } from "./cx";

/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-element-to-interactive-role --
   Below 960 px the rows are laid out as labelled lists, and an element whose `display` is no longer
   a table's loses its meaning in Safari unless its role is written out. */

interface TableProps extends Omit<ComponentProps<"table">, "role"> {
  /** Names the table; not shown. */
  label: string;
}

/** A table of 36-px rows; below 960 px each row becomes a list of labelled values. */
export function Table({ label, className, ...rest }: TableProps) {
  return (
    <table
      {...rest}
      role="table"
      aria-label={label}
      className={cx("w-full border-collapse text-sm max-md:block", className)}
    />
  );
}

/** The column headings. Put `Th` in it; the row is made here. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup" className="max-md:sr-only">
      <tr role="row">{children}</tr>
    </thead>
  );
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} role="rowgroup" className={cx("max-md:block", props.className)} />;
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      {...rest}
      role="row"
      className={cx(
        "border-t first:border-t-0 hover:bg-surface/70 md:h-9",
        "max-md:grid max-md:gap-y-1 max-md:px-4 max-md:py-3",
        className,
      )}
    />
  );
}

interface CellProps extends Omit<ComponentProps<"td">, "align"> {
  align?: "start" | "end";
}

export function Th({ align = "start", className, ...rest }: CellProps) {
  return (
    <th
      {...rest}
      role="columnheader"
      scope="col"
      className={cx(
        "h-8 border-b bg-surface px-3 text-xs font-medium whitespace-nowrap text-ink-soft first:pl-4 last:pr-4",
        align === "end" ? "text-end" : "text-start",
        className,
      )}
    />
  );
}

interface TdProps extends CellProps {
  /** The column's heading, shown before the value below 960 px. Leave out for what needs none. */
  label?: string;
}

/** One value. Amounts are `align="end"`; the figures are tabular either way. */
export function Td({ align = "start", label, className, children, ...rest }: TdProps) {
  return (
    <td
      {...rest}
      role="cell"
      className={cx(
        "px-3 py-1.5 figures first:pl-4 last:pr-4",
        "max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:p-0 max-md:first:pl-0 max-md:last:pr-0",
        align === "end" ? "text-end" : "text-start",
        className,
      )}
    >
      {label !== undefined && (
        <span
          aria-hidden
          className="shrink-0 font-sans text-xs font-normal text-ink-soft md:hidden"
        >
          {label}
        </span>
      )}
      {children}
    </td>
  );
}
