import { useId } from "react";
import type { ComponentProps } from "react";

import { cx } from "@/components/ui/cx";

import { CONTROL, Field, describeControl } from "./field";
import type { FieldTexts } from "./field";

interface MoneyFieldProps
  extends FieldTexts, Omit<ComponentProps<"input">, "type" | "inputMode" | "aria-invalid"> {
  /** The code in front of the amount ("GTQ"); part of the field's description. */
  currency: string;
}

/**
 * An amount as the person types it: plain text, never rewritten, never a number. Parsing it, and
 * saying what is wrong with it, is the caller's; the rest of the props go to the `<input>`.
 */
export function MoneyField({
  label,
  help,
  error,
  aside,
  currency,
  className,
  ...input
}: MoneyFieldProps) {
  const ownId = useId();
  const id = input.id ?? ownId;
  const described = describeControl(id, { help, error });
  const describedBy = [described["aria-describedby"], `${id}-currency`].filter(Boolean).join(" ");
  return (
    <Field {...{ id, label, help, error, aside, className }}>
      <div className="relative">
        <span
          id={`${id}-currency`}
          className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-ink-soft"
        >
          {currency}
        </span>
        <input
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...described}
          type="text"
          inputMode="decimal"
          aria-describedby={describedBy}
          className={cx(CONTROL, "h-11 pl-14 text-end text-lg font-medium figures")}
        />
      </div>
    </Field>
  );
}
