"use client";

import type { ReactNode } from "react";

import { paths } from "@/lib/paths";

/**
 * Signs out in place. Without scripts it is a link to the page with the one button that does the
 * same; the library is fetched when it is pressed, not with every page.
 */
export function SignOutLink({ className, children }: { className: string; children: ReactNode }) {
  return (
    <a
      href={paths.signOut()}
      className={className}
      onClick={(event) => {
        event.preventDefault();
        void import("next-auth/react").then(({ signOut }) =>
          signOut({ callbackUrl: paths.signIn() }),
        );
      }}
    >
      {children}
    </a>
  );
}
