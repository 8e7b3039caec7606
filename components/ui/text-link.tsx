import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

import { cx } from "./cx";

interface TextLinkProps {
  href: Route;
  className?: string;
  children: ReactNode;
}

/** A link in running text or in a table cell. */
export function TextLink({ href, className, children }: TextLinkProps) {
  return (
    <Link
      href={href}
      className={cx(
        "rounded-sm text-accent underline decoration-line-strong underline-offset-3 hover:decoration-accent",
        className,
      )}
    >
      {children}
    </Link>
  );
}
