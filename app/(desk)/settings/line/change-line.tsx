"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import type { FormEvent } from "react";

import { askDesk } from "@/app/_session/ask-desk";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { Failure } from "@/lib/domain/failure";
import { asProblem } from "@/lib/domain/problem";
import type { Problem } from "@/lib/domain/problem";
import { useReader } from "@/lib/i18n/use-reader";

import { resumeLineAction, stopLineAction } from "./actions";

type Change = "stop" | "resume";
type Answer =
  | "stopped"
  | "resumed"
  | "alreadyStopped"
  | "alreadyResumed"
  | "denied"
  | "signedOut"
  | "failed";

/** Whether the line is stopped when such an answer has come; what tells nothing of it is left out. */
const STATE_AFTER: Partial<Record<Answer, boolean>> = {
  stopped: true,
  alreadyStopped: true,
  resumed: false,
  alreadyResumed: false,
};

/** The switch, with a reason. It acts on one press: whoever stops sending has no time for a question. */
export function ChangeLine({ isStopped }: { isStopped: boolean }) {
  const { t } = useReader();
  const router = useRouter();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const output = useRef<HTMLOutputElement>(null);
  const change = isStopped ? "resume" : "stop";
  // Somebody else may have changed the line since, and it waits for the page that is drawn with it.
  const isTrue = answer !== null && (STATE_AFTER[answer] ?? isStopped) === isStopped;
  const shown = isTrue ? answer : null;
  // Focus lives outside of React: the form that had it gives way to the other one.
  useEffect(() => {
    if (shown !== null) output.current?.focus();
  }, [shown]);

  return (
    <div className="flex flex-col gap-4">
      <output
        ref={output}
        tabIndex={-1}
        // Who sees the page sees the new state above; who hears it is told here.
        className={cx(
          "font-medium empty:hidden focus-visible:outline-none",
          (shown === "stopped" || shown === "resumed") && "sr-only",
        )}
      >
        {shown !== null && t(`line.answer.${shown}`)}
      </output>
      {/* A reason to stop is none to start again: what was typed goes with the form. */}
      <ReasonForm
        key={change}
        change={change}
        onAnswer={(next) => {
          setAnswer(next);
          router.refresh();
        }}
      />
    </div>
  );
}

interface ReasonFormProps {
  change: Change;
  onAnswer: (answer: Answer) => void;
}

function ReasonForm({ change, onAnswer }: ReasonFormProps) {
  const { t } = useReader();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isWorking, startWorking] = useTransition();
  const field = useRef<HTMLTextAreaElement>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = field.current?.value ?? "";
    startWorking(async () => {
      const result = await send(change, reason);
      if (typeof result === "string") {
        setProblem(null);
        onAnswer(result);
      } else {
        setProblem(result.problem);
        field.current?.focus();
      }
    });
  }

  return (
    <form noValidate className="flex max-w-120 flex-col gap-4" onSubmit={submit}>
      <p className="text-ink-soft">{t(`line.${change}.lead`)}</p>
      <TextAreaField
        ref={field}
        name="reason"
        label={t(`line.${change}.reason`)}
        help={t(`line.${change}.reasonHelp`)}
        error={problem === null ? undefined : t(`problems.${problem}`)}
      />
      <div>
        <Button
          type="submit"
          variant="primary"
          size="lg"
          isBusy={isWorking}
          busyLabel={t(`line.${change}.working`)}
        >
          {t(`line.${change}.submit`)}
        </Button>
      </div>
    </form>
  );
}

async function send(asked: Change, reason: string): Promise<Answer | { problem: Problem }> {
  const isStop = asked === "stop";
  const change = isStop ? stopLineAction : resumeLineAction;
  const result = await askDesk(() => change({ reason })).catch(() => null);
  if (result === null) return "failed";
  if (!result.ok) return problemOf(result.failure);
  if (result.value.hasChanged) return isStop ? "stopped" : "resumed";
  return isStop ? "alreadyStopped" : "alreadyResumed";
}

function problemOf(failure: Failure): Answer | { problem: Problem } {
  if (failure.kind === "signed-out") return "signedOut";
  if (failure.kind === "denied") return "denied";
  const problem = failure.kind === "invalid" ? asProblem(failure.fields[0]?.problem ?? "") : null;
  return problem === null ? "failed" : { problem };
}
