"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

import { cx } from "@/components/ui/cx";

interface NavLinkProps {
  href: Route;
  label: string;
  icon: ReactNode;
  /** After the words: how much is waiting there. */
  mark?: ReactNode;
  /** Left out below 720 px. */
  isForWide?: boolean;
  /** A page below this place that is a place of its own. */
  except?: Route;
}

/** One place of the desk: a row of 36 px with words, an icon below 1200 px, a tab below 720 px. */
export function NavLink({ href, label, icon, mark, isForWide = false, except }: NavLinkProps) {
  const pathname = usePathname();
  const isCurrent =
    href === "/" ? pathname === "/" : pathname.startsWith(href) && pathname !== except;
  return (
    <Link
      href={href}
      title={label}
      aria-current={isCurrent ? "page" : undefined}
      className={cx(
        isForWide && "max-sm:hidden",
        "relative flex items-center rounded font-medium transition-quiet",
        "max-sm:h-12 max-sm:flex-1 max-sm:flex-col max-sm:justify-center max-sm:gap-0.5 max-sm:text-xs",
        "sm:h-9 sm:gap-3 sm:max-lg:justify-center lg:px-3",
        isCurrent
          ? "bg-accent-soft text-accent"
          : "text-ink-soft hover:bg-surface-sunken hover:text-ink",
      )}
    >
      {icon}
      <span className="sm:max-lg:sr-only">{label}</span>
      {mark}
    </Link>
  );
}
