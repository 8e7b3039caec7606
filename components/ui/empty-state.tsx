import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { cx } from "./cx";
import { Icon } from "./icon";

interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  /** Why it is empty, and what to do. */
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

/** Where content would be and is not: says why, and the next step. */
export function EmptyState({ icon, title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={cx("flex flex-col items-center gap-2 px-6 py-10 text-center", className)}>
      {icon !== undefined && <Icon of={icon} className="size-5 text-ink-soft" />}
      <p className="font-semibold">{title}</p>
      {children !== undefined && <div className="max-w-[48ch] text-ink-soft">{children}</div>}
      {actions !== undefined && (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
