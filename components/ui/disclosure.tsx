import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

import { cx } from "./cx";
import { Icon } from "./icon";

interface DisclosureProps {
  summary: ReactNode;
  isOpen?: boolean;
  className?: string;
  children: ReactNode;
}

/** Something for those who want to see it, behind a native `<details>`: works without a script. */
export function Disclosure({ summary, isOpen, className, children }: DisclosureProps) {
  return (
    <details open={isOpen} className={cx("group/disclosure print:not-open:hidden", className)}>
      <summary className="inline-flex min-h-8 items-center gap-1.5 rounded font-medium text-ink-soft hover:text-ink">
        <Icon of={ChevronRight} className="transition-quiet group-open/disclosure:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
