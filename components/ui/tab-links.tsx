"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

import { cx } from "./cx";

export interface TabLink {
  href: Route;
  label: string;
  /** The tab is current on every path that begins with this; `href` without its query when left out. */
  match?: string;
}

interface TabLinksProps {
  /** Names the navigation. */
  label: string;
  tabs: readonly TabLink[];
  className?: string;
}

/** Tabs that are links: each has a URL, the current one is marked for all senses. */
export function TabLinks({ label, tabs, className }: TabLinksProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className={cx("flex gap-1 border-b", className)}>
      {tabs.map(({ href, label: text, match }) => {
        const prefix = match ?? href.split("?")[0] ?? href;
        const isCurrent = pathname === prefix || pathname.startsWith(`${prefix}/`);
        return (
          <Link
            key={href}
            href={href}
            aria-current={isCurrent ? "page" : undefined}
            className={cx(
              "-mb-px flex h-10 items-center rounded-t border-b-2 px-3 font-medium transition-quiet",
              isCurrent
                ? "border-accent text-ink"
                : "border-transparent text-ink-soft hover:border-line-strong hover:text-ink",
            )}
          >
            {text}
          </Link>
        );
      })}
    </nav>
  );
}
