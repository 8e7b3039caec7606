import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";

import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";

interface PageLinksProps {
  /** Names the navigation. */
  label: string;
  page: number;
  /** "Page 3". */
  words: string;
  hasNext: boolean;
  hrefOf: (page: number) => Route;
  previous: string;
  next: string;
}

/** To the page before and the page after; nothing where everything is on one page. */
export function PageLinks(props: PageLinksProps) {
  const { label, page, words, hasNext, hrefOf, previous, next } = props;
  if (page === 1 && !hasNext) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-4">
      <span className="flex flex-1">
        {page > 1 && (
          <LinkButton href={hrefOf(page - 1)}>
            <Icon of={ChevronLeft} />
            {previous}
          </LinkButton>
        )}
      </span>
      <span className="text-ink-soft figures">{words}</span>
      <span className="flex flex-1 justify-end">
        {hasNext && (
          <LinkButton href={hrefOf(page + 1)}>
            {next}
            <Icon of={ChevronRight} />
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
