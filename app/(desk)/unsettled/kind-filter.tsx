import Link from "next/link";

import { cx } from "@/components/ui/cx";
import { formatCount } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { Unsettled } from "@/lib/server/operations/list-unsettled";
import { UNSETTLED_KINDS } from "@/lib/server/operations/unsettled";
import type { UnsettledKind } from "@/lib/server/operations/unsettled";

interface KindFilterProps {
  reader: Reader;
  current: UnsettledKind;
  counts: Unsettled["counts"];
}

/** The parts of the list, as links: each has an address, and none needs a script. */
export function KindFilter({ reader: { t, locale }, current, counts }: KindFilterProps) {
  return (
    <nav aria-label={t("unsettled.filter.label")}>
      <ul className="flex flex-wrap gap-2">
        {UNSETTLED_KINDS.map((kind) => (
          <li key={kind}>
            <Link
              href={paths.unsettled(kind === "all" ? {} : { only: kind })}
              aria-current={kind === current ? "page" : undefined}
              className={cx(
                "flex h-8 items-center gap-2 rounded-full border px-3 text-sm font-medium transition-quiet",
                kind === current
                  ? "border-accent bg-accent-soft text-accent"
                  : "border-line-strong text-ink-soft hover:bg-surface-sunken hover:text-ink",
              )}
            >
              {t(`unsettled.filter.${kind}`)}
              <span className="figures">{formatCount(locale, counts[kind])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
