import type { ReactNode } from "react";

interface PageTitleProps {
  children: ReactNode;
  /** One line under the title. */
  detail?: ReactNode;
  /** At the right, below the title on small screens. */
  actions?: ReactNode;
}

/** The page's one h1, at 20 px. */
export function PageTitle({ children, detail, actions }: PageTitleProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-col gap-0.5">
        <h1 className="text-lg font-semibold">{children}</h1>
        {detail !== undefined && <p className="max-w-words text-ink-soft">{detail}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
