import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";

import { buttonStyle } from "./button-style";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { cx } from "./cx";
import { Icon } from "./icon";

interface ButtonProps extends Omit<ComponentProps<"button">, "aria-disabled"> {
  variant?: ButtonVariant;
  /** `md` is 32 px high, `lg` 40. */
  size?: ButtonSize;
  /** It works: the words give way to a spinner, the width and the focus stay, a press does nothing. */
  isBusy?: boolean;
  /** What a screen reader says while it works, in the reader's language. */
  busyLabel?: string;
  /** Why it cannot be pressed now. Shown on hover and read aloud; the button stays focusable. */
  disabledReason?: string | undefined;
}

/** A button: a verb. `type` is "button" unless one says "submit". */
export function Button({
  variant = "secondary",
  size = "md",
  isBusy = false,
  busyLabel,
  disabledReason,
  type = "button",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const isInert = isBusy || disabledReason !== undefined;
  return (
    <button
      {...rest}
      // An inert submit button would still submit: `disabled` would lose the focus instead.
      type={isInert ? "button" : type}
      onClick={isInert ? undefined : onClick}
      aria-disabled={isInert || undefined}
      aria-busy={isBusy || undefined}
      title={disabledReason ?? rest.title}
      className={buttonStyle(
        variant,
        size,
        cx(disabledReason !== undefined && "opacity-50", className),
      )}
    >
      <span className={cx("inline-flex items-center gap-2", isBusy && "opacity-0")}>
        {children}
      </span>
      {isBusy && (
        <span className="absolute inset-0 grid place-items-center">
          <Icon of={LoaderCircle} className="animate-spin" />
          {busyLabel !== undefined && <span className="sr-only">{busyLabel}</span>}
        </span>
      )}
      {disabledReason !== undefined && <span className="sr-only">. {disabledReason}</span>}
    </button>
  );
}
