import { useId } from "react";
import type { ComponentProps, ReactNode } from "react";

import { cx } from "@/components/ui/cx";

import { FieldMessage } from "./field";
import type { FieldTexts } from "./field";

export interface RadioCard {
  value: string;
  title: string;
  /** A sentence or two on what the choice means. Describes the radio; the title alone names it. */
  explanation?: ReactNode;
  /** Before the title: a sign or an icon that repeats what the words say. */
  mark?: ReactNode;
}

interface RadioCardsProps
  extends
    Omit<FieldTexts, "label" | "aside">,
    Omit<ComponentProps<"input">, "type" | "value" | "className" | "aria-invalid"> {
  /** Names the group; shown above it. */
  legend: string;
  cards: readonly RadioCard[];
  className?: string;
}

/**
 * A choice that must not be mistaken: native radios as large cards, side by side from 720 px on. What
 * is left of the props goes to every radio: `{...register("mode")}`, or `name` and `onChange`.
 */
export function RadioCards({
  legend,
  cards,
  help,
  error,
  className,
  defaultValue,
  ...input
}: RadioCardsProps) {
  const id = useId();
  return (
    <fieldset
      role="radiogroup"
      aria-labelledby={`${id}-legend`}
      aria-describedby={messageId(id, help, error)}
      aria-invalid={error === undefined ? undefined : true}
      className={cx("min-w-0", className)}
    >
      <legend id={`${id}-legend`} className="mb-1 text-xs font-medium">
        {legend}
      </legend>
      <div className="grid gap-2 sm:auto-cols-fr sm:grid-flow-col">
        {cards.map((card) => (
          <label
            key={card.value}
            className={cx(
              "flex gap-3 rounded border border-line-strong bg-surface-raised p-3 transition-quiet hover:border-ink-soft",
              "has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--accent)]",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              "has-disabled:opacity-50",
            )}
          >
            <input
              {...input}
              type="radio"
              value={card.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === card.value}
              aria-labelledby={`${id}-${card.value}-title`}
              aria-describedby={
                card.explanation === undefined ? undefined : `${id}-${card.value}-text`
              }
              className="mt-0.5 size-4 shrink-0 accent-accent focus-visible:outline-none"
            />
            <span className="flex min-w-0 flex-col gap-0.5">
              <span className="flex items-center gap-1.5 font-medium">
                {card.mark}
                <span id={`${id}-${card.value}-title`}>{card.title}</span>
              </span>
              {card.explanation !== undefined && (
                <span id={`${id}-${card.value}-text`} className="text-xs text-ink-soft">
                  {card.explanation}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <div className="pt-1 empty:hidden">
        <FieldMessage id={id} help={help} error={error} />
      </div>
    </fieldset>
  );
}

function messageId(id: string, help: ReactNode, error: string | undefined): string | undefined {
  if (error !== undefined) return `${id}-error`;
  return help === undefined ? undefined : `${id}-help`;
}
