import { cx } from "@/components/ui/cx";
import { amountParts } from "@/lib/i18n/format";
import type { SignDisplay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Money } from "@/lib/domain/money";
import type { Flow } from "@/lib/domain/movement";
import type { Direction } from "@/lib/domain/operation";

interface AmountProps {
  /** The reader's language; a `Reader` fits. */
  reader: { readonly locale: Locale };
  money: Money;
  /**
   * Which way a positive amount went: writes + or −. Without it the amount shows its own sign when
   * it is negative, as a balance does.
   */
  flow?: Flow | Direction;
  /** The code before the figure. Leave it out where the column's heading names the currency. */
  hasCurrency?: boolean;
  /** `title` is 20 px: the one amount that the page is about. */
  size?: "inherit" | "title";
  /** In a column: the most decimals that it shows, so that all decimal points stand in one line. */
  columnDecimals?: number;
  className?: string;
}

/** An amount: tabular figures, the minus in U+2212, the decimal point where the column has it. */
export function Amount({
  reader,
  money,
  flow,
  hasCurrency = false,
  size = "inherit",
  columnDecimals = 0,
  className,
}: AmountProps) {
  const { sign, integer, fraction } = amountParts(reader.locale, signed(money, flow), signOf(flow));
  const missing = columnDecimals - Math.max(0, fraction.length - 1);
  return (
    <span
      className={cx(
        "whitespace-nowrap figures",
        size === "title" && "text-lg font-semibold",
        className,
      )}
    >
      {hasCurrency && <span className="font-normal text-ink-soft">{money.currency}&nbsp;</span>}
      {sign}
      {integer}
      {fraction}
      {missing > 0 && (
        <span aria-hidden className="invisible select-none">
          {fraction === "" ? "." : ""}
          {"0".repeat(missing)}
        </span>
      )}
    </span>
  );
}

function signed(money: Money, flow: AmountProps["flow"]): Money {
  const isOut = flow === "out" || flow === "WITHDRAW_FUNDS";
  return isOut && money.units > 0n ? { ...money, units: -money.units } : money;
}

function signOf(flow: AmountProps["flow"]): SignDisplay {
  return flow === undefined || flow === "unknown" ? "negative" : "always";
}
