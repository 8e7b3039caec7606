import type { ReactNode } from "react";

import { cx } from "./cx";

export interface Fact {
  term: string;
  detail: ReactNode;
  /** Prose of any length: stands under its term, from the left, in either layout. */
  isProse?: boolean;
}

interface DescriptionListProps {
  facts: readonly Fact[];
  /** `rows`: term left, detail right, one line each. `columns`: term above detail, side by side. */
  layout?: "rows" | "columns";
  className?: string;
}

/** Facts, each with its name. */
export function DescriptionList({ facts, layout = "rows", className }: DescriptionListProps) {
  const isRows = layout === "rows";
  return (
    <dl className={cx(isRows ? "flex flex-col" : "flex flex-wrap gap-x-8 gap-y-4", className)}>
      {facts.map(({ term, detail, isProse = false }, index) => (
        <div
          // A custom key may have the name of one of ours.
          key={index}
          className={
            isRows
              ? cx(
                  "flex min-h-9 border-t py-2 first:border-t-0",
                  isProse ? "flex-col gap-1" : "items-baseline justify-between gap-6",
                )
              : "flex min-w-0 flex-col gap-0.5"
          }
        >
          <dt className={cx("shrink-0 text-ink-soft", !isRows && "text-xs")}>{term}</dt>
          <dd
            className={cx(
              "min-w-0 figures [overflow-wrap:anywhere]",
              isRows && !isProse && "text-end",
              isProse && "whitespace-pre-line",
            )}
          >
            {detail}
          </dd>
        </div>
      ))}
    </dl>
  );
}
