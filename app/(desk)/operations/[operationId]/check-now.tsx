"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { askDesk } from "@/app/_session/ask-desk";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { OperationId } from "@/lib/domain/ids";
import { formatTime } from "@/lib/i18n/format";
import { useReader } from "@/lib/i18n/use-reader";

import { checkOperationAction } from "./actions";

type Answer = "not-found-yet" | "failed" | "signed-out";

interface CheckNowProps {
  operationId: OperationId;
  /** Secondary where something else is to be done first. */
  variant?: "primary" | "secondary";
}

/** Reads the issuer's feed for this operation, now. Sends nothing. */
export function CheckNow({ operationId, variant = "primary" }: CheckNowProps) {
  const { t, locale, timeZone } = useReader();
  const router = useRouter();
  const [isChecking, startChecking] = useTransition();
  const [answer, setAnswer] = useState<{ kind: Answer; at: Date } | null>(null);

  const check = () =>
    startChecking(async () => {
      const result = await askDesk(() => checkOperationAction(operationId)).catch(() => null);
      const at = new Date();
      if (result?.ok === true) {
        setAnswer(result.value.status === "unknown" ? { kind: "not-found-yet", at } : null);
        // The page is drawn by the server: the outcome and the new entry of the story come from there.
        router.refresh();
      } else {
        const isSignedOut = result?.failure.kind === "signed-out";
        setAnswer({ kind: isSignedOut ? "signed-out" : "failed", at });
      }
    });

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <Button
        variant={variant}
        size="lg"
        isBusy={isChecking}
        busyLabel={t("story.check.working")}
        onClick={check}
      >
        <Icon of={RefreshCw} />
        {t("outcome.checkNow")}
      </Button>
      <output aria-live="polite">
        {answer !== null &&
          !isChecking &&
          t(`story.check.${answer.kind}`, {
            time: formatTime(locale, timeZone, answer.at, "seconds"),
          })}
      </output>
    </div>
  );
}
