import { useId } from "react";
import type { ReactNode } from "react";

import { cx } from "./cx";

interface PanelProps {
  /** Names the section; shown at 14 px above the content. */
  title?: ReactNode;
  /** Beside the title, at the right: links or quiet buttons. */
  actions?: ReactNode;
  /** Without the inner padding, for a table or a list that goes edge to edge. */
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A raised surface with a one-pixel line. Nothing on the desk casts a shadow but menus and dialogs. */
export function Panel({ title, actions, isFlush = false, className, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title === undefined ? undefined : id}
      className={cx("rounded-lg border bg-surface-raised", className)}
    >
      {title !== undefined && (
        <header className="flex min-h-11 items-center justify-between gap-4 border-b px-4 py-1.5">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {actions}
        </header>
      )}
      {/* A table's head has a tone of its own, which would stand over the round corners. */}
      <div
        className={isFlush ? cx(title === undefined && "overflow-clip rounded-[inherit]") : "p-4"}
      >
        {children}
      </div>
    </section>
  );
}
