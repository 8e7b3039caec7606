"use client";

import { useState } from "react";
import type { ReactNode } from "react";

import { paths } from "@/lib/paths";

interface SignOutLinkProps {
  className: string;
  /** What to say when the server could not end the session. */
  failure: string;
  children: ReactNode;
}

/**
 * Signs out in place, here and at the provider. Without scripts it is a link to the page with the one
 * button that does the same; what it takes is fetched when it is pressed, not with every page.
 */
export function SignOutLink({ className, failure, children }: SignOutLinkProps) {
  const [hasFailed, setHasFailed] = useState(false);
  async function signOut() {
    const { askAuth } = await import("@/app/_auth/ask-auth");
    const reply = await askAuth("signout", {});
    if (reply.kind === "go") window.location.assign(reply.url);
    else setHasFailed(true);
  }
  return (
    <>
      <a
        href={paths.signOut()}
        className={className}
        onClick={(event) => {
          event.preventDefault();
          setHasFailed(false);
          void signOut();
        }}
      >
        {children}
      </a>
      {hasFailed && (
        <p role="alert" className="px-3 py-2 text-xs text-refused">
          {failure}
        </p>
      )}
    </>
  );
}
