"use client";

import type { ReactNode } from "react";

import { lockNow } from "./session-watch";

/** Covers the screen before its person gets up. */
export function LockButton({ className, children }: { className: string; children: ReactNode }) {
  return (
    <button type="button" className={className} onClick={() => void lockNow()}>
      {children}
    </button>
  );
}
