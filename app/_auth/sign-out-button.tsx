"use client";

import { useState } from "react";
import type { ReactNode } from "react";

interface SignOutButtonProps {
  className: string;
  /** What to say when the server could not end the session. */
  failure: string;
  children: ReactNode;
}

/**
 * Signs out in place, here and at the provider. What it takes is fetched when it is pressed, not with
 * every page.
 */
export function SignOutButton({ className, failure, children }: SignOutButtonProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  async function signOut() {
    setIsBusy(true);
    setHasFailed(false);
    const { askAuth } = await import("./ask-auth");
    const reply = await askAuth("signout", {});
    // Still busy while the browser leaves.
    if (reply.kind === "go") return window.location.assign(reply.url);
    setIsBusy(false);
    setHasFailed(true);
  }
  return (
    <>
      <button
        type="button"
        className={className}
        aria-busy={isBusy || undefined}
        onClick={isBusy ? undefined : () => void signOut()}
      >
        {children}
      </button>
      {hasFailed && (
        <p role="alert" className="px-3 py-2 text-xs text-refused">
          {failure}
        </p>
      )}
    </>
  );
}
