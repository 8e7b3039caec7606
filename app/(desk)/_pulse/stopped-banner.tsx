"use client";

import { OctagonPause } from "lucide-react";
import { usePathname } from "next/navigation";

import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import { usePulse } from "./pulse-provider";
import { whyStopped } from "./why-stopped";

/** On every page while the desk sends nothing. Its place is always there, so that it is read aloud. */
export function StoppedBanner() {
  const reader = useReader();
  const { t } = reader;
  const { stopped } = usePulse().line;
  const isForm = /^\/cards\/[^/]+\/funds$/.test(usePathname());
  return (
    <output className="block print:hidden">
      {stopped !== null && (
        <span className="flex gap-3 border-b border-unknown/30 bg-unknown-soft px-4 py-2.5 sm:px-6">
          <Icon of={OctagonPause} className="mt-0.5 text-unknown" />
          <span className="flex max-w-[110ch] min-w-0 flex-col [overflow-wrap:anywhere]">
            <span>
              <strong className="font-semibold">{t("pulse.stopped.title")}</strong>{" "}
              {whyStopped(reader, stopped)}
            </span>
            <span>
              {t(isForm ? "pulse.stopped.draft" : "pulse.stopped.goesOn")}{" "}
              <TextLink href={paths.settingsLine()}>{t("pulse.stopped.see")}</TextLink>
            </span>
          </span>
        </span>
      )}
    </output>
  );
}
