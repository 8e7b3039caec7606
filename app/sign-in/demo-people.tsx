"use client";

import { ArrowRight } from "lucide-react";

import { Icon } from "@/components/ui/icon";
import { useReader } from "@/lib/i18n/use-reader";

import type { DemoPerson } from "./sign-in-form";

interface DemoPeopleProps {
  people: readonly DemoPerson[];
  isBusy: boolean;
}

/** One person of each role, one click each. Submit buttons of the sign-in form around them. */
export function DemoPeople({ people, isBusy }: DemoPeopleProps) {
  const { t } = useReader();
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-2">
      <div className="flex flex-col text-xs">
        <h2 id="demo-title" className="font-medium">
          {t("signIn.demo.title")}
        </h2>
        <p className="text-ink-soft">{t("signIn.demo.lead")}</p>
      </div>
      <ul className="overflow-clip rounded-lg border bg-surface-raised">
        {people.map(({ role, email }) => (
          <li key={email} className="border-t first:border-t-0">
            <button
              type="submit"
              name="demo"
              value={email}
              formNoValidate
              disabled={isBusy}
              className="group flex min-h-11 w-full items-center gap-3 px-3 py-1.5 text-start transition-quiet hover:bg-surface-sunken focus-visible:-outline-offset-2"
            >
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="truncate font-medium">{email}</span>
                <span className="truncate text-xs text-ink-soft">
                  {t(`common.role.${role}`)}. {t(`signIn.demo.${role}`)}
                </span>
              </span>
              <Icon
                of={ArrowRight}
                className="text-ink-soft transition-quiet group-hover:text-accent"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
