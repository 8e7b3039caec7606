import type { ReactNode } from "react";

/** The second line of a cell. */
export function Soft({ children }: { children: ReactNode }) {
  return <span className="text-xs leading-5 text-ink-soft figures">{children}</span>;
}
