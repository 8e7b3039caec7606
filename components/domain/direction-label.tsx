import { ArrowDownLeft, ArrowUpRight, Minus } from "lucide-react";

import { Icon } from "@/components/ui/icon";
import { cx } from "@/components/ui/cx";
import type { Flow } from "@/lib/domain/movement";
import type { Direction } from "@/lib/domain/operation";
import type { Reader } from "@/lib/i18n/reader";

const ICONS = {
  in: ArrowDownLeft,
  ADD_FUNDS: ArrowDownLeft,
  out: ArrowUpRight,
  WITHDRAW_FUNDS: ArrowUpRight,
  unknown: Minus,
} as const;

interface DirectionLabelProps {
  reader: Pick<Reader, "t">;
  /** A movement's flow ("In", "Out") or an operation's direction ("Load", "Withdrawal"). */
  direction: Flow | Direction;
  className?: string;
}

/** Which way money goes, as a word with an arrow that repeats it: towards the card or away from it. */
export function DirectionLabel({ reader, direction, className }: DirectionLabelProps) {
  return (
    <span className={cx("inline-flex items-baseline gap-1.5 whitespace-nowrap", className)}>
      <Icon of={ICONS[direction]} className="self-center text-ink-soft" />
      {reader.t(`common.direction.${direction}`)}
    </span>
  );
}
