"use client";

import type { Route } from "next";
import { useState } from "react";

import { RecoveryCodes } from "@/app/_people/recovery-codes";
import { SetUpFactor } from "@/app/_people/set-up-factor";
import { buttonStyle } from "@/components/ui/button-style";
import { useReader } from "@/lib/i18n/use-reader";

/** A second factor before anything else, and then on to `target`. */
export function FirstFactor({ target }: { target: Route }) {
  const { t } = useReader();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes === null) return <SetUpFactor onDone={setCodes} />;
  return (
    <RecoveryCodes codes={codes}>
      {/* A full load and not a step of the router: nothing drawn before is kept. */}
      <a href={target} className={buttonStyle("primary", "md")}>
        {t("account.codes.goOn")}
      </a>
    </RecoveryCodes>
  );
}
