import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

import { cx } from "./cx";

interface TextLinkProps {
  href: Route;
  /** Underlined only when pointed at: where a column or a corner of its own says that it is a link. */
  isQuiet?: boolean;
  /** Opens beside this page, for what is looked up while something is half done. The words say so. */
  isNewTab?: boolean;
  className?: string;
  children: ReactNode;
}

/** A link in running text or in a table cell. */
export function TextLink({
  href,
  isQuiet = false,
  isNewTab = false,
  className,
  children,
}: TextLinkProps) {
  return (
    <Link
      href={href}
      {...(isNewTab ? { target: "_blank", prefetch: false } : {})}
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
