"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import type { DecisionFailure } from "./use-decision";

/** Nothing was refused: it waits for the desk, or for the person. */
const NO_REFUSAL: ReadonlySet<DecisionFailure["kind"]> = new Set([
  "lost",
  "locked",
  "step-up",
  "too-many",
]);

/** Why a decision was not carried out, with the way out. What is wrong at a field stands at the field. */
export function DecisionFailureNotice({ failure }: { failure: DecisionFailure | null }) {
  const { t } = useReader();
  const pathname = usePathname();
  const notice = useRef<HTMLDivElement>(null);
  // The focus lives outside of React: the answer to a press must be where the reader is.
  useEffect(() => notice.current?.focus(), [failure]);
  if (failure === null || failure.kind === "invalid") return null;
  const words = WORDS[failure.kind];
  return (
    <Notice
      ref={notice}
      tone={NO_REFUSAL.has(failure.kind) ? "warn" : "error"}
      title={t(`settle.problem.${words}.title`)}
      actions={
        failure.kind === "reference-taken" ? (
          <LinkButton href={paths.operation(failure.operationId)}>
            {t("settle.problem.see")}
          </LinkButton>
        ) : failure.kind === "signed-out" ? (
          <LinkButton href={paths.signIn(pathname)}>{t("settle.problem.signIn")}</LinkButton>
        ) : undefined
      }
    >
      <p>{t(`settle.problem.${words}.detail`)}</p>
    </Notice>
  );
}

const WORDS = {
  "signed-out": "signed-out",
  locked: "proof",
  incomplete: "other",
  "step-up": "proof",
  "too-many": "busy",
  denied: "denied",
  "wrong-status": "changed",
  "movement-claimed": "claimed",
  "may-have-arrived": "arrived",
  "reference-taken": "taken",
  "line-stopped": "stopped",
  "issuer-unavailable": "issuer",
  "issuer-refused": "issuer",
  lost: "lost",
  "not-found": "other",
  "id-reused": "other",
  similar: "other",
  "not-reversible": "other",
  "reversal-too-large": "other",
} as const satisfies Record<Exclude<DecisionFailure["kind"], "invalid">, string>;
