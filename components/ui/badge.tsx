import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { cx } from "./cx";
import { Icon } from "./icon";

export type Tone = "neutral" | "accent" | "applied" | "refused" | "unknown" | "awaiting";

const TONES: Record<Tone, string> = {
  neutral: "bg-surface-sunken text-ink-soft",
  accent: "bg-accent-soft text-accent",
  applied: "bg-applied-soft text-applied",
  refused: "bg-refused-soft text-refused",
  unknown: "bg-unknown-soft text-unknown",
  awaiting: "bg-awaiting-soft text-awaiting",
};

interface BadgeProps {
  tone?: Tone;
  icon?: LucideIcon;
  className?: string;
  children: ReactNode;
}

/** One word about a state, with its icon and its colour; the word alone must be enough. */
export function Badge({ tone = "neutral", icon, className, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex h-6 items-baseline gap-1.5 rounded-sm px-2 text-xs leading-6 font-medium whitespace-nowrap",
        TONES[tone],
        className,
      )}
    >
      {icon !== undefined && <Icon of={icon} className="size-3.5 self-center" />}
      {children}
    </span>
  );
}
