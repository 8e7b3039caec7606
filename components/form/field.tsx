import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { Icon } from "@/components/ui/icon";
import { cx } from "@/components/ui/cx";

/** What every field takes, whatever its control. */
export interface FieldTexts {
  label: string;
  /** Under the control: what is expected. An error takes its place. */
  help?: ReactNode;
  /** Under the control, in words: what is wrong and what to type instead. */
  error?: string | undefined;
  /** Beside the label, quiet: "optional", a counter. */
  aside?: ReactNode;
}

interface Described {
  /** What else describes the control, by its id: it stays beside an error. */
  describedBy?: string | undefined;
}

/** The ids and states that tie a control to its help and its error. Spread it on the control. */
export function describeControl(
  id: string,
  { help, error, describedBy }: Pick<FieldTexts, "help" | "error"> & Described,
) {
  const isInvalid = error !== undefined;
  const own = isInvalid ? `${id}-error` : help === undefined ? undefined : `${id}-help`;
  return {
    id,
    "aria-invalid": isInvalid || undefined,
    "aria-describedby":
      [own, describedBy].filter((part) => part !== undefined).join(" ") || undefined,
  };
}

/** The box that all text controls share: a line of 3:1, red only when invalid. */
export const CONTROL =
  "w-full min-w-0 rounded border border-line-strong bg-surface-raised px-3 text-base text-ink " +
  "hover:border-ink-soft focus-visible:outline-offset-0 focus-visible:border-accent " +
  "aria-invalid:border-refused disabled:bg-surface-sunken disabled:text-ink-soft " +
  "[&[readonly]]:bg-surface-sunken";

interface FieldProps extends FieldTexts {
  id: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A label above, a control, and under it the help or the error. */
export function Field({ id, label, help, error, aside, className, children }: FieldProps) {
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <div className="flex items-baseline justify-between gap-4 text-xs">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {aside !== undefined && <span className="text-ink-soft figures">{aside}</span>}
      </div>
      {children}
      <FieldMessage id={id} help={help} error={error} />
    </div>
  );
}

/** The help of a control or, in its place, the error. The error can be given the focus by script. */
export function FieldMessage({
  id,
  help,
  error,
}: { id: string } & Pick<FieldTexts, "help" | "error">) {
  if (error !== undefined) {
    return (
      <p id={`${id}-error`} tabIndex={-1} className="flex gap-1.5 text-xs text-refused">
        <Icon of={CircleAlert} className="size-3.5 translate-y-px" />
        <span>{error}</span>
      </p>
    );
  }
  if (help === undefined) return null;
  return (
    <p id={`${id}-help`} className="text-xs text-ink-soft">
      {help}
    </p>
  );
}
