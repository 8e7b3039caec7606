import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

import { cx } from "./cx";

interface TextLinkProps {
  href: Route;
  /** Underlined only when pointed at: where a column or a corner of its own says that it is a link. */
  isQuiet?: boolean;
  className?: string;
  children: ReactNode;
}

/** A link in running text or in a table cell. */
export function TextLink({ href, isQuiet = false, className, children }: TextLinkProps) {
  return (
    <Link
      href={href}
      className={cx(
        "rounded-sm text-accent underline-offset-3 hover:underline hover:decoration-accent",
        !isQuiet && "underline decoration-line-strong",
        className,
      )}
    >
      {children}
    </Link>
  );
}
