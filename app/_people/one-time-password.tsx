"use client";

import { useEffect, useRef } from "react";

import { Notice } from "@/components/ui/notice";
import { useReader } from "@/lib/i18n/use-reader";

import { CopyButton } from "./copy-button";

/** A password to hand over, this once. */
export function OneTimePassword({ password, name }: { password: string; name: string }) {
  const { t } = useReader();
  const notice = useRef<HTMLDivElement>(null);
  // Focus lives outside of React: what was pressed has done its work.
  useEffect(() => notice.current?.focus(), []);
  return (
    <Notice ref={notice} tone="warn" title={t("people.once.title")}>
      <p className="flex flex-wrap items-center gap-3 py-1">
        <code className="font-mono text-lg select-all">{password}</code>
        <CopyButton text={password} label={t("people.once.copy")} done={t("people.once.copied")} />
      </p>
      <p>{t("people.once.lead", { name })}</p>
    </Notice>
  );
}
