"use client";

import { Notice } from "@/components/ui/notice";
import { asProblem } from "@/lib/domain/problem";
import type { Reader } from "@/lib/i18n/reader";
import { useReader } from "@/lib/i18n/use-reader";

import type { VerbFailure } from "./use-verb";

interface VerbFailureNoticeProps {
  failure: VerbFailure | null;
  /** The fields that say themselves what is wrong at them. */
  fields?: readonly string[];
}

/** Why nothing was done, in a sentence; nothing for what a field says itself. */
export function VerbFailureNotice({ failure, fields = [] }: VerbFailureNoticeProps) {
  const { t } = useReader();
  if (failure === null) return null;
  const words = wordsOf({ t }, failure, fields);
  return words === null ? null : <Notice tone="error">{words}</Notice>;
}

/** What is expected of these verbs; anything else is no answer that helps. */
const WORDS = {
  denied: "denied",
  "signed-out": "signedOut",
  locked: "signedOut",
  incomplete: "signedOut",
  "step-up": "stepUp",
  "too-many": "tooMany",
  "not-found": "gone",
} as const satisfies Partial<Record<VerbFailure["kind"], string>>;

function wordsOf(
  { t }: Pick<Reader, "t">,
  failure: VerbFailure,
  fields: readonly string[],
): string | null {
  if (failure.kind === "invalid") {
    const elsewhere = failure.fields.find(({ path }) => !fields.includes(path));
    const problem = elsewhere === undefined ? null : asProblem(elsewhere.problem);
    return problem === null ? null : t(`problems.${problem}`);
  }
  const words: Partial<Record<VerbFailure["kind"], (typeof WORDS)[keyof typeof WORDS]>> = WORDS;
  return t(`account.failure.${words[failure.kind] ?? "lost"}`);
}
