"use client";

import { CircleQuestionMark } from "lucide-react";
import Link from "next/link";

import { Icon } from "@/components/ui/icon";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import { usePulse } from "./pulse-provider";

/** How many operations have no known outcome, on the whole desk; nothing where there is none. */
export function UnsettledBadge() {
  const { t } = useReader();
  const { unsettledCount: count } = usePulse();
  if (count === 0) return null;
  return (
    <Link
      href={paths.unsettled()}
      title={t("pulse.unsettled", { count })}
      className="flex h-8 items-center gap-1.5 rounded bg-unknown-soft px-2.5 text-sm font-medium text-unknown figures"
    >
      <Icon of={CircleQuestionMark} />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t("pulse.unsettled", { count })}</span>
    </Link>
  );
}
