"use client";

import { useRouter } from "next/navigation";

import { Button } from "@/components/ui/button";
import type { SessionId } from "@/lib/domain/ids";
import { useReader } from "@/lib/i18n/use-reader";

import { endAnySessionAction, endOwnSessionAction } from "./actions";
import { useVerb } from "./use-verb";
import { VerbFailureNotice } from "./verb-failure";

interface EndSessionProps {
  sessionId: SessionId;
  right: "own" | "any";
  /** Says which one, for who does not see the row. */
  label: string;
}

/** Ends one session at once; its person can sign in again. */
export function EndSession({ sessionId, right, label }: EndSessionProps) {
  const { t } = useReader();
  const router = useRouter();
  const { run, isWorking, failure } = useVerb(
    right === "own" ? endOwnSessionAction : endAnySessionAction,
  );
  return (
    <span className="inline-flex flex-col items-end gap-2">
      <Button
        aria-label={label}
        isBusy={isWorking}
        busyLabel={t("sessions.ending")}
        onClick={() => run({ sessionId }, () => router.refresh())}
      >
        {t("sessions.end")}
      </Button>
      <VerbFailureNotice failure={failure} />
    </span>
  );
}
