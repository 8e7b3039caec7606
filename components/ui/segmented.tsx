import { useId } from "react";
import type { ComponentProps, ReactNode } from "react";

import { cx } from "./cx";

export interface Segment {
  value: string;
  label: ReactNode;
}

interface SegmentedProps extends Omit<ComponentProps<"input">, "type" | "value" | "className"> {
  /** Names the group; shown above it unless `isLegendHidden`. */
  legend: string;
  isLegendHidden?: boolean;
  segments: readonly Segment[];
  className?: string;
}

/**
 * A few short choices in a row: native radios, so arrows move and forms submit. What is left of the
 * props goes to every radio: `{...register("flow")}`, or `name`, `defaultValue` and `onChange`.
 */
export function Segmented({
  legend,
  isLegendHidden = false,
  segments,
  className,
  defaultValue,
  ...input
}: SegmentedProps) {
  const id = useId();
  return (
    <fieldset role="radiogroup" aria-labelledby={id} className={className}>
      <legend id={id} className={isLegendHidden ? "sr-only" : "mb-1 text-xs font-medium"}>
        {legend}
      </legend>
      <div className="inline-flex overflow-clip rounded border border-line-strong bg-surface-raised">
        {segments.map(({ value, label }) => (
          <label
            key={value}
            className={cx(
              "flex min-h-8 items-center gap-1.5 border-l border-line px-3 font-medium text-ink-soft transition-quiet first:border-l-0 hover:text-ink",
              "has-checked:bg-accent-soft has-checked:text-accent",
              "has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
            )}
          >
            <input
              {...input}
              type="radio"
              value={value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === value}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
