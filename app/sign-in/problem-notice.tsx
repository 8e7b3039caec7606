"use client";

import { Notice } from "@/components/ui/notice";
import type { Reader } from "@/lib/i18n/reader";
import { useReader } from "@/lib/i18n/use-reader";

import type { SignInState } from "./sign-in-state";

/** When too many failures lock an account. */
export interface LockRule {
  readonly failures: number;
  readonly minutes: number;
}

interface ProblemNoticeProps {
  problem: NonNullable<SignInState["problem"]>;
  lock: LockRule;
  /** The provider's name, where there is one. */
  provider: string | null;
}

/**
 * Why somebody did not get in. That an account is locked is said to everybody and of nobody: whoever
 * guesses learns nothing of the account.
 */
export function ProblemNotice({ problem, lock, provider }: ProblemNoticeProps) {
  const { t } = useReader();
  const isWrong = problem === "wrong" || problem === "wrong-code";
  return (
    <Notice tone="error">
      <p>{wordsOf(t, problem, provider ?? "")}</p>
      {isWrong && (
        <p>
          {t("signIn.problem.lock", { failures: String(lock.failures), minutes: lock.minutes })}
        </p>
      )}
    </Notice>
  );
}

function wordsOf(t: Reader["t"], problem: ProblemNoticeProps["problem"], name: string): string {
  switch (problem) {
    case "wrong":
      return t("signIn.problem.wrong");
    case "wrong-code":
      return t("signIn.problem.wrongCode");
    case "too-many":
      return t("signIn.problem.tooMany");
    case "unavailable":
      return t("signIn.problem.unavailable");
    case "provider-unreachable":
      return t("signIn.problem.providerUnreachable", { name });
    case "provider-refused":
      return t("signIn.problem.providerRefused", { name });
    case "no-role":
      return t("signIn.problem.noRole", { name });
    case "disabled":
      return t("signIn.problem.disabled");
    case "dormant":
      return t("signIn.problem.dormant");
    case "not-fresh":
      return t("signIn.problem.notFresh", { name });
    case "no-address":
      return t("signIn.problem.noAddress", { name });
  }
}
