"use client";

import { useEffect, useRef, useState, useTransition } from "react";
import type { FormEvent, ReactNode } from "react";

import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/domain/failure";
import type { Result } from "@/lib/domain/result";
import { useReader } from "@/lib/i18n/use-reader";

import type { SessionFacts } from "./facts";
import { heedStatus } from "./session-store";
import { renew } from "./session-watch";

/** A password, or a code of the second factor. */
export type Kind = "password" | "code";

type Problem = "wrong" | "failed" | "tooMany";

interface TypedProofProps {
  kind: Kind;
  facts: SessionFacts;
  /** The action that takes it. */
  send: (typed: { password: string } | { code: string }) => Promise<Result<Given, Failure>>;
  onGiven: () => void;
  submitLabel: string;
  busyLabel: string;
  /** Beside the button. */
  children?: ReactNode;
}

interface Given {
  readonly renewal: string;
}

/** One field that proves who somebody is, and what is wrong with what was typed. */
export function TypedProof({ kind, facts, send, onGiven, ...labels }: TypedProofProps) {
  const { t } = useReader();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isChecking, startChecking] = useTransition();

  // The focus lives outside of React: there is one thing to type.
  useEffect(() => field.current?.focus(), [kind]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const typed = field.current?.value ?? "";
    if (isChecking || typed === "") return;
    startChecking(async () => {
      const found = await check(() =>
        send(kind === "code" ? { code: typed } : { password: typed }),
      );
      if (found === null) return onGiven();
      setProblem(found);
      if (field.current !== null && found === "wrong") field.current.value = "";
      field.current?.focus();
    });
  }

  const rule = { failures: String(facts.failures), minutes: facts.lockMinutes };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {(problem === "failed" || problem === "tooMany") && (
        <Notice tone="warn">{t(`session.${problem}`)}</Notice>
      )}
      {/* So that a password manager knows whose it is. */}
      <input type="text" hidden readOnly autoComplete="username" value={facts.email} />
      <TextField
        key={kind}
        ref={field}
        type={kind === "password" ? "password" : "text"}
        autoComplete={kind === "password" ? "current-password" : "one-time-code"}
        autoCapitalize="none"
        spellCheck={false}
        isMono={kind === "code"}
        label={t(`session.locked.${kind}`)}
        help={kind === "code" ? t("session.locked.codeHelp") : undefined}
        error={problem === "wrong" ? t(`session.wrong.${kind}`, rule) : undefined}
      />
      <div className="flex flex-row-reverse flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          size="lg"
          className="flex-1"
          isBusy={isChecking}
          busyLabel={labels.busyLabel}
        >
          {labels.submitLabel}
        </Button>
        {labels.children}
      </div>
    </form>
  );
}

/** Null once the proof counts and the browser has the cookie that says so. */
async function check(send: () => Promise<Result<Given, Failure>>): Promise<Problem | null> {
  const askedAtMs = Date.now();
  const result = await send().catch(() => null);
  if (result === null) return "failed";
  if (result.ok) return (await renew(result.value.renewal)) ? null : "failed";
  const { kind } = result.failure;
  if (kind === "signed-out") heedStatus(401, askedAtMs);
  // It locked while the question was open: the cover asks instead.
  if (kind === "locked") heedStatus(423, askedAtMs);
  if (kind === "too-many") return "tooMany";
  return kind === "invalid" ? "wrong" : "failed";
}
