"use client";

import { ChevronDown, ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import type { KeyboardEvent as ReactKeyboardEvent, ReactNode } from "react";

import { filterQuery, readFilter } from "@/app/_movements/month-filter";
import { CONTROL } from "@/components/form/field";
import { buttonStyle } from "@/components/ui/button-style";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { CardId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

interface MonthNavProps {
  cardId: CardId;
  month: Month;
  /** Null where there is none to go to. */
  previous: Month | null;
  next: Month | null;
  months: readonly { readonly value: Month; readonly label: string }[];
}

/** To other months of the card, with the filter kept: by links, by a list, by the arrow keys. */
export function MonthNav({ cardId, month, previous, next, months }: MonthNavProps) {
  const { t } = useReader();
  const router = useRouter();
  const parameters = useSearchParams();
  const query = filterQuery(
    readFilter({ q: parameters.get("q"), direction: parameters.get("direction") }),
  );
  const hrefTo = (target: Month) => paths.movements(cardId, target, { ...query });
  const previousHref = previous === null ? null : hrefTo(previous);
  const nextHref = next === null ? null : hrefTo(next);
  useArrowKeys(previousHref, nextHref);
  return (
    <nav aria-label={t("movements.month")} className="flex flex-wrap items-center gap-2">
      <MonthLink href={previousHref} reason={t("movements.noPreviousMonth")}>
        <Icon of={ChevronLeft} />
        <span className="max-sm:sr-only">{t("movements.previousMonth")}</span>
      </MonthLink>
      <form action={paths.movementsNow(cardId)} className="flex gap-2">
        <span className="relative">
          {" "}
          <select
            // With its month as key: after the arrow keys it shows the month that one is in.
            key={month}
            name="month"
            aria-label={t("movements.month")}
            defaultValue={month}
            onKeyDown={openInsteadOfChanging}
            onChange={(event) => {
              const chosen = months.find(({ value }) => value === event.target.value);
              if (chosen !== undefined) router.push(hrefTo(chosen.value));
            }}
            className={cx(CONTROL, "h-8 appearance-none pr-9 max-sm:h-9")}
          >
            {months.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <Icon
            of={ChevronDown}
            className="pointer-events-none absolute top-2 right-3 text-ink-soft max-sm:top-2.5"
          />
        </span>
        {Object.entries(query).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <noscript>
          <button className={buttonStyle("secondary", "md")}>{t("movements.go")}</button>
        </noscript>
      </form>
      <MonthLink href={nextHref} reason={t("movements.noNextMonth")}>
        <span className="max-sm:sr-only">{t("movements.nextMonth")}</span>
        <Icon of={ChevronRight} />
      </MonthLink>
    </nav>
  );
}

/* oxlint-disable jsx-a11y/prefer-tag-over-role --
   A link without an address cannot be reached by the keyboard, and its reason could not be read. */

interface MonthLinkProps {
  href: Route | null;
  /** Why there is no way, where there is none. */
  reason: string;
  children: ReactNode;
}

function MonthLink({ href, reason, children }: MonthLinkProps) {
  const style = buttonStyle("secondary", "md", "max-sm:size-9 max-sm:px-0");
  if (href !== null) {
    return (
      <Link href={href} className={style}>
        {children}
      </Link>
    );
  }
  return (
    <span
      role="link"
      aria-disabled="true"
      tabIndex={0}
      title={reason}
      className={cx(style, "opacity-50")}
    >
      {children}
      <span className="sr-only">. {reason}</span>
    </span>
  );
}

/** An arrow on a closed list would leave for another month at once (WCAG 3.2.2): it opens it. */
function openInsteadOfChanging(event: ReactKeyboardEvent<HTMLSelectElement>): void {
  const isChange = /^(?:Arrow.*|Page.*|Home|End|.)$/.test(event.key) && event.key !== " ";
  if (!isChange || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!("showPicker" in event.currentTarget)) return;
  event.preventDefault();
  event.currentTarget.showPicker();
}

/** ← and → flick months, unless somebody types or a dialog or a menu is open. */
function useArrowKeys(previous: Route | null, next: Route | null): void {
  const router = useRouter();
  // The outside system is the keyboard of the whole document.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const href = { ArrowLeft: previous, ArrowRight: next }[event.key];
      if (href == null || isElsewhere(event)) return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [previous, next, router]);
}

function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
    return true;
  }
  const { target } = event;
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));
  return isTyping || document.querySelector("dialog[open], :popover-open") !== null;
}
