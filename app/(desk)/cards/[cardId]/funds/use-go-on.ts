"use client";

import { useState } from "react";

import { readNote } from "@/lib/domain/note";
import type { Problem } from "@/lib/domain/problem";
import { ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";
import { useReader } from "@/lib/i18n/use-reader";

import { problemInWords } from "./problem-in-words";
import type { Sense } from "./sense";
import type { GoOnReason } from "./sense-notices";
import type { useDraft } from "./use-draft";
import { useSense } from "./use-sense";

interface GoOnOptions {
  readonly draft: ReturnType<typeof useDraft>;
  /** Where to ask about the operation under review; null while there is none. */
  readonly address: string | null;
  /** The desk has refused it for want of a reason, whatever was sensed before. */
  readonly isDemanded: boolean;
}

/** What was done before, and the reason to go on that it asks for. */
export function useGoOn({ draft, address, isDemanded }: GoOnOptions) {
  const reader = useReader();
  const { sense, answer, askAgain } = useSense(address);
  const [isWaiting, setIsWaiting] = useState(false);
  // An object, so that the same problem twice is twice a reason to move the focus.
  const [missing, setMissing] = useState<{ problem: Problem } | null>(null);

  const reason: GoOnReason = {
    text: draft.goOnReason,
    isNeeded: isDemanded || hasSimilar(sense),
    error: missing === null ? undefined : errorOf(reader, missing.problem),
    asked: missing,
    onChange(text) {
      setMissing(null);
      draft.setGoOnReason(text);
    },
  };

  /** The reason to send along, null where none is needed. Waits for what is still being looked for. */
  async function readReason(): Promise<Result<string | null, Problem>> {
    setIsWaiting(true);
    const known = await answer();
    setIsWaiting(false);
    if (!isDemanded && !hasSimilar(known)) return ok(null);
    const read = readNote(draft.goOnReason);
    setMissing(read.ok ? null : { problem: read.failure });
    return read;
  }

  return { sense, reason, readReason, isWaiting, askAgain };
}

function hasSimilar(sense: Sense): boolean {
  return sense.kind === "sensed" && sense.found.similar.length > 0;
}

function errorOf(reader: ReturnType<typeof useReader>, problem: Problem): string {
  return problem === "note.empty"
    ? reader.t("sense.reasonMissing")
    : problemInWords(reader, "goOnReason", problem);
}
