import { useId } from "react";
import type { ComponentProps, ReactNode } from "react";

import { cx } from "@/components/ui/cx";

import { CONTROL, Field, describeControl } from "./field";
import type { FieldTexts } from "./field";

interface TextFieldProps extends FieldTexts, Omit<ComponentProps<"input">, "aria-invalid"> {
  /** Set in the figures' font: references, ids, codes. */
  isMono?: boolean;
  /** At the right of the control, outside of its box: a button that fills or clears it. */
  action?: ReactNode;
}

/** One line of text. The rest of the props go to the `<input>`: `{...register("reference")}` fits. */
export function TextField({
  label,
  help,
  error,
  aside,
  isMono = false,
  action,
  className,
  ...input
}: TextFieldProps) {
  const ownId = useId();
  const id = input.id ?? ownId;
  return (
    <Field {...{ id, label, help, error, aside, className }}>
      <div className="flex gap-2">
        <input
          type="text"
          {...input}
          {...describeControl(id, { help, error, describedBy: input["aria-describedby"] })}
          className={cx(CONTROL, "h-9", isMono && "font-mono")}
        />
        {action}
      </div>
    </Field>
  );
}
