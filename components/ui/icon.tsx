import type { LucideIcon } from "lucide-react";

import { cx } from "./cx";

export interface IconProps {
  /** A lucide icon, imported by name. */
  of: LucideIcon;
  /** Classes for colour and place; the size is 16 px unless one says otherwise (`size-5`). */
  className?: string;
}

/** A lucide icon at the desk's size and stroke. Always beside a word, so never read aloud. */
export function Icon({ of: Glyph, className }: IconProps) {
  return <Glyph aria-hidden strokeWidth={1.75} className={cx("size-4 shrink-0", className)} />;
}
