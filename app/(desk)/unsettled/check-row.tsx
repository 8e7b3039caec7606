"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { use, useTransition } from "react";

import { askDesk } from "@/app/_session/ask-desk";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { OperationId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import { formatTime } from "@/lib/i18n/format";
import { useReader } from "@/lib/i18n/use-reader";

import { checkOperationAction } from "../operations/[operationId]/actions";
import { TellNews } from "./live-list";
import type { News } from "./live-list";

const SETTLED_TONES = { applied: "success", refused: "error", "not-applied": "info" } as const;

interface CheckRowProps {
  operationId: OperationId;
  reference: string;
}

/** Reads the issuer's feed for one operation of the list, now. Sends nothing. */
export function CheckRow({ operationId, reference }: CheckRowProps) {
  const { t, locale, timeZone } = useReader();
  const router = useRouter();
  const tell = use(TellNews);
  const [isChecking, startChecking] = useTransition();

  const wordsOf = (status: OperationStatus | "failed" | "signed-out"): News => {
    const values = { reference, time: formatTime(locale, timeZone, new Date(), "seconds") };
    switch (status) {
      case "applied":
      case "refused":
      case "not-applied":
        return { tone: SETTLED_TONES[status], words: t(`unsettled.check.${status}`, values) };
      case "unknown":
      case "intended":
        return { tone: "info", words: t("unsettled.check.not-found-yet", values) };
      case "failed":
      case "signed-out":
        return { tone: "warn", words: t(`unsettled.check.${status}`, values) };
    }
  };
  const check = () =>
    startChecking(async () => {
      const result = await askDesk(() => checkOperationAction(operationId)).catch(() => null);
      if (result?.ok !== true) {
        const isSignedOut = result?.failure.kind === "signed-out";
        tell(wordsOf(isSignedOut ? "signed-out" : "failed"), false);
        return;
      }
      const { status } = result.value;
      tell(wordsOf(status), status in SETTLED_TONES);
      router.refresh();
    });

  return (
    <Button
      isBusy={isChecking}
      busyLabel={t("common.working")}
      title={t("outcome.checkNow")}
      onClick={check}
    >
      <Icon of={RefreshCw} />
      {/* Beside six columns there is no room for the words. */}
      <span className="md:max-lg:sr-only">{t("outcome.checkNow")}</span>
      <span className="sr-only">{reference}</span>
    </Button>
  );
}
