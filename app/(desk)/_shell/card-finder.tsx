import { Search } from "lucide-react";

import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import type { Reader } from "@/lib/i18n/reader";

import { FinderForm } from "./finder-form";
import { FINDER_ID } from "./shell-ids";

/** The way to a card from everywhere: a form that works with or without scripts. */
export function CardFinder({ reader: { t } }: { reader: Pick<Reader, "t"> }) {
  return (
    <search className="min-w-0 flex-1 sm:max-w-96">
      <FinderForm>
        <label htmlFor={FINDER_ID} className="sr-only">
          {t("shell.finder.label")}
        </label>
        <Icon of={Search} className="pointer-events-none absolute top-2.5 left-3 text-ink-soft" />
        <input
          id={FINDER_ID}
          type="search"
          name="find"
          required
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          placeholder={t("shell.finder.placeholder")}
          className="peer h-9 w-full rounded border border-line-strong bg-surface pr-9 pl-9 text-ellipsis hover:border-ink-soft focus-visible:border-accent focus-visible:bg-surface-raised focus-visible:outline-offset-0"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute top-2 right-2.5 max-sm:hidden peer-not-placeholder-shown:hidden"
        >
          <Kbd>/</Kbd>
        </span>
        {/* Who tabs to it sees it. */}
        <button className="sr-only rounded bg-surface-raised font-medium text-accent focus-visible:not-sr-only focus-visible:absolute focus-visible:top-1 focus-visible:right-1 focus-visible:h-7 focus-visible:px-2">
          {t("shell.finder.submit")}
        </button>
      </FinderForm>
    </search>
  );
}
