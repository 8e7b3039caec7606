import { useId } from "react";
import type { ComponentProps } from "react";

import { cx } from "@/components/ui/cx";

import { CONTROL, Field, describeControl } from "./field";
import type { FieldTexts } from "./field";

interface TextAreaFieldProps
  extends Omit<FieldTexts, "aside">, Omit<ComponentProps<"textarea">, "aria-invalid"> {
  /**
   * Shown as "12/50" beside the label; red past the limit, and announced politely. The caller counts,
   * because what one character is belongs to the rule that refuses the text. Nothing is cut.
   */
  counter?: { used: number; limit: number; label: string };
}

/** Several lines of text. The rest of the props go to the `<textarea>`. */
export function TextAreaField({
  label,
  help,
  error,
  counter,
  className,
  ...input
}: TextAreaFieldProps) {
  const ownId = useId();
  const id = input.id ?? ownId;
  const isOver = counter !== undefined && counter.used > counter.limit;
  const aside = counter !== undefined && (
    <>
      <span aria-hidden className={isOver ? "font-medium text-refused" : undefined}>
        {counter.used}/{counter.limit}
      </span>
      {/* Read aloud only near the limit and past it: a count at each key is noise. */}
      <output className="sr-only">{counter.limit - counter.used <= 10 ? counter.label : ""}</output>
    </>
  );
  return (
    <Field {...{ id, label, help, error, aside: aside || undefined, className }}>
      <textarea
        rows={3}
        {...input}
        {...describeControl(id, { help, error })}
        className={cx(CONTROL, "field-sizing-content min-h-18 py-2")}
      />
    </Field>
  );
}
