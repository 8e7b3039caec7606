import type { ReactNode } from "react";

import { cx } from "./cx";

/** A grey shape of the size of what comes: give it height and width by class (`h-5 w-40`). */
export function Skeleton({ className }: { className: string }) {
  return (
    <span aria-hidden className={cx("block rounded bg-surface-sunken pulse-quiet", className)} />
  );
}

interface LoadingProps {
  /** Read aloud in place of the shapes ("Loading movements"). */
  label: string;
  className?: string;
  /** `Skeleton`s, placed as the content will be. */
  children: ReactNode;
}

/** Groups skeletons and says once that something is loading. */
export function Loading({ label, className, children }: LoadingProps) {
  return (
    <div aria-busy className={className}>
      <output className="sr-only">{label}</output>
      {children}
    </div>
  );
}

/** Rows of a table to come: `count` lines of 36 px. */
export function SkeletonRows({ count }: { count: number }) {
  return Array.from({ length: count }, (_, row) => (
    <span key={row} className="flex h-9 items-center gap-6 border-b px-4 last:border-b-0">
      <Skeleton className="h-3 w-24" />
      <Skeleton className="h-3 w-32 max-sm:hidden" />
      <Skeleton className="h-3 flex-1" />
      <Skeleton className="h-3 w-20" />
    </span>
  ));
}
