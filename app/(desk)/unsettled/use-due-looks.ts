import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

import { isSeen } from "@/app/_session/session-store";
import type { OperationId } from "@/lib/domain/ids";

import { lookNowIfDueAction } from "./actions";

/** When an operation is to be looked for next. */
export interface DueLook {
  readonly operationId: OperationId;
  readonly atMs: number;
}

const RETRY_MS = 60_000;

/**
 * For a desk without credentials of its own: makes the looks that are due with the token of whoever has
 * the page open, one at a time. However many have it open, the server lets one of them look.
 */
export function useDueLooks(looks: readonly DueLook[], nowMs: number): void {
  const router = useRouter();
  const isLooking = useRef(false);
  const dueId = looks.find(({ atMs }) => atMs <= nowMs)?.operationId;
  const attempt = Math.floor(nowMs / RETRY_MS);

  // The outside system is the issuer's feed; the attempt is there so that a failed look is made again.
  useEffect(() => {
    if (dueId === undefined || isLooking.current) return;
    if (!isSeen()) return;
    isLooking.current = true;
    void lookNowIfDueAction(dueId)
      // It cannot be reached: the line that says whether the list is live says so too.
      .catch(() => null)
      .then((result) => {
        isLooking.current = false;
        // To draw the page of a locked session anew would lead away from it.
        const isShut = result?.ok === false && result.failure.kind === "locked";
        if (!isShut) router.refresh();
      });
  }, [dueId, attempt, router]);
}
