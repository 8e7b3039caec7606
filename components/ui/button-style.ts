import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "md" | "lg";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface-raised text-ink hover:bg-surface-sunken",
  quiet: "border-transparent bg-transparent text-ink-soft hover:bg-surface-sunken hover:text-ink",
  danger: "border-transparent bg-refused text-surface-raised hover:opacity-90",
};

const SIZES: Record<ButtonSize, string> = {
  md: "min-h-8 px-3 py-1",
  lg: "min-h-10 px-4 py-2",
};

/** The classes of a button, shared with links that look like one. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return cx(
    "relative inline-flex items-center justify-center gap-2 rounded border text-base font-medium whitespace-nowrap transition-quiet",
    "aria-disabled:cursor-not-allowed disabled:cursor-not-allowed disabled:opacity-50",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}
