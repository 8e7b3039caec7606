"use client";

import { add, negate } from "@/lib/domain/money";
import type { Money } from "@/lib/domain/money";
import { formatMoney } from "@/lib/i18n/format";
import { useReader } from "@/lib/i18n/use-reader";

import type { Reversed } from "./reversed";

/** Under the sentence of the review: what it takes back, and whether that is all of it. */
export function ReversalReview({ reversed, amount }: { reversed: Reversed; amount: Money }) {
  const { t, locale } = useReader();
  const { reference, left } = reversed;
  const rest = add(left, negate(amount));
  return (
    <span className="mt-1 block text-sm font-normal text-ink-soft [overflow-wrap:anywhere]">
      {rest.units === 0n
        ? t("reversal.review.whole", { reference })
        : t("reversal.review.part", { reference, rest: formatMoney(locale, rest) })}
    </span>
  );
}
