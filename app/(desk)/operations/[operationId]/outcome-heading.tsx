"use client";

import { useEffect, useRef } from "react";

/**
 * The outcome as the page's heading. When it changes while the page is open it is read aloud; and
 * where the button that changed it is gone, the focus comes here instead of being lost.
 */
export function OutcomeHeading({ outcome }: { outcome: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(outcome);
  // The focus lives outside of React: the browser drops it with the element that had it.
  useEffect(() => {
    if (shown.current === outcome) return;
    shown.current = outcome;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [outcome]);
  return (
    <h1 ref={heading} tabIndex={-1} aria-live="polite" className="text-lg font-semibold">
      {outcome}
    </h1>
  );
}
