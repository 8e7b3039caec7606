import { Amount } from "@/components/domain/amount";
import type { Currency } from "@/lib/domain/currency";
import { money } from "@/lib/domain/money";
import type { Totals } from "@/lib/domain/movement";
import type { Reader } from "@/lib/i18n/reader";

interface MonthTotalsProps {
  reader: Reader;
  totals: readonly Totals[];
  /** One line for each of them, also where nothing in it passes the filter. */
  currencies: readonly Currency[];
  /** How many movements the totals are of. */
  words: string;
  /** Some movements of the month moved nothing, so their amounts do not add up to the totals. */
  hasDenied: boolean;
}

/** In, out and net of what is shown, per currency, and of how many movements. */
export function MonthTotals({ reader, totals, currencies, words, hasDenied }: MonthTotalsProps) {
  const { t } = reader;
  return (
    <section
      aria-label={t("movements.totals.label")}
      className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 rounded-lg border bg-surface-raised px-4 py-3"
    >
      <div className="flex min-w-0 flex-col gap-2">
        {currencies.map((currency) => (
          <Sum
            key={currency}
            reader={reader}
            sum={totals.find((one) => one.currency === currency) ?? zero(currency)}
          />
        ))}
      </div>
      <div className="flex flex-col gap-0.5 text-ink-soft sm:items-end">
        <output className="figures">{words}</output>
        {hasDenied && <p className="text-xs">{t("movements.deniedDoNotCount")}</p>}
      </div>
    </section>
  );
}

function Sum({ reader, sum }: { reader: Reader; sum: Totals }) {
  const { t } = reader;
  const facts = [
    { term: t("movements.totals.in"), amount: sum.inflow, flow: "in" },
    { term: t("movements.totals.out"), amount: sum.outflow, flow: "out" },
    // The net of a month has a sign of its own.
    { term: t("movements.totals.net"), amount: sum.net, flow: "in" },
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-1 max-sm:gap-x-5">
      {facts.map(({ term, amount, flow }) => (
        <div key={term} className="flex flex-col gap-0.5">
          <dt className="text-xs text-ink-soft">{term}</dt>
          <dd className="font-medium">
            <Amount reader={reader} money={amount} flow={flow} hasCurrency />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function zero(currency: Currency): Totals {
  const none = money(0n, currency);
  return { currency, count: 0, inflow: none, outflow: none, net: none };
}
