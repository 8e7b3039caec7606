"use client";

import { Printer } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useReader } from "@/lib/i18n/use-reader";

import { CopyButton } from "./copy-button";

interface RecoveryCodesProps {
  codes: readonly string[];
  /** How to go on once they are kept. */
  children: ReactNode;
}

/** The codes, this once. */
export function RecoveryCodes({ codes, children }: RecoveryCodesProps) {
  const { t } = useReader();
  const heading = useRef<HTMLHeadingElement>(null);
  // Focus lives outside of React: the form that had it is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-4">
      <h3 ref={heading} tabIndex={-1} className="font-semibold focus-visible:outline-none">
        {t("account.codes.title")}
      </h3>
      <p className="max-w-words">{t("account.codes.lead")}</p>
      <ol
        data-codes
        aria-label={t("account.codes.list")}
        className="grid max-w-88 grid-cols-2 gap-x-6 gap-y-1 rounded border bg-surface p-4 font-mono"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton
          text={codes.join("\n")}
          label={t("account.codes.copy")}
          done={t("account.codes.copied")}
        />
        <Button onClick={() => window.print()}>
          <Icon of={Printer} />
          {t("account.codes.print")}
        </Button>
        {children}
      </div>
    </div>
  );
}
