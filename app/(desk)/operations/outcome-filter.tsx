import Link from "next/link";

import { OUTCOME_LOOK } from "@/components/domain/outcome-badge";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { OperationStatus } from "@/lib/domain/journal";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

/** Unknown first: it is the only one that waits for somebody. */
const OUTCOMES = ["unknown", "applied", "refused", "intended"] as const satisfies OperationStatus[];

interface OutcomeFilterProps {
  reader: Pick<Reader, "t">;
  current: OperationStatus | null;
}

/** The list by outcome, as links: each has an address, and none needs a script. */
export function OutcomeFilter({ reader: { t }, current }: OutcomeFilterProps) {
  const choices = [
    { outcome: null, label: t("operations.all") },
    ...OUTCOMES.map((outcome) => ({ outcome, label: t(`outcome.${outcome}`) })),
  ];
  return (
    <nav aria-label={t("operations.filter")}>
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ outcome, label }) => (
          <li key={label}>
            <Link
              href={paths.operations({ status: outcome })}
              aria-current={outcome === current ? "page" : undefined}
              className={cx(
                "flex h-8 items-center gap-1.5 rounded-full border px-3 text-sm font-medium transition-quiet",
                outcome === current
                  ? "border-accent bg-accent-soft text-accent"
                  : "border-line-strong text-ink-soft hover:bg-surface-sunken hover:text-ink",
              )}
            >
              {outcome !== null && <Icon of={OUTCOME_LOOK[outcome].icon} className="size-3.5" />}
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
