import { ChevronDown } from "lucide-react";
import { useId } from "react";
import type { ComponentProps } from "react";

import { Icon } from "@/components/ui/icon";
import { cx } from "@/components/ui/cx";

import { CONTROL, Field, describeControl } from "./field";
import type { FieldTexts } from "./field";

export interface SelectOption {
  value: string;
  label: string;
}

interface SelectFieldProps extends FieldTexts, Omit<ComponentProps<"select">, "aria-invalid"> {
  options: readonly SelectOption[];
  /** First, empty choice ("Choose a reason"); left out when there is always a value. */
  emptyLabel?: string;
}

/** One of a list, by the browser's own `<select>`. */
export function SelectField({
  label,
  help,
  error,
  aside,
  options,
  emptyLabel,
  className,
  ...select
}: SelectFieldProps) {
  const ownId = useId();
  const id = select.id ?? ownId;
  return (
    <Field {...{ id, label, help, error, aside, className }}>
      <div className="relative">
        <select
          {...select}
          {...describeControl(id, { help, error })}
          className={cx(CONTROL, "h-9 appearance-none pr-9")}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          of={ChevronDown}
          className="pointer-events-none absolute top-2.5 right-3 text-ink-soft"
        />
      </div>
    </Field>
  );
}
