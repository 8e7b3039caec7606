import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { Icon } from "./icon";

interface PageMessageProps {
  icon: LucideIcon;
  title: string;
  /** What happened, whether money moved, what to do: in that order. */
  children: ReactNode;
  /** A number that support can look for. */
  reference?: ReactNode;
  actions: ReactNode;
}

/** In place of a page: a bug, nothing here, not for this reader. Always with a next step. */
export function PageMessage({ icon, title, children, reference, actions }: PageMessageProps) {
  return (
    <div className="mx-auto flex w-full max-w-form flex-col items-start gap-4 px-4 py-12 sm:py-20">
      <span className="grid size-10 place-items-center rounded-lg border bg-surface-raised text-ink-soft">
        <Icon of={icon} className="size-5" />
      </span>
      <div className="flex flex-col gap-2">
        <h1 className="text-lg font-semibold">{title}</h1>
        <div className="text-ink-soft">{children}</div>
      </div>
      {reference !== undefined && <p className="text-xs text-ink-soft">{reference}</p>}
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
