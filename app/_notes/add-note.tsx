"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import type { FormEvent } from "react";

import { askDesk } from "@/app/_session/ask-desk";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { Failure } from "@/lib/domain/failure";
import type { OperationId, OperatorId } from "@/lib/domain/ids";
import { NOTE_MAX, readNote } from "@/lib/domain/note";
import { asProblem } from "@/lib/domain/problem";
import type { Problem } from "@/lib/domain/problem";
import { countCharacters } from "@/lib/domain/text";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import { addNoteAction } from "./actions";
import { useUnsavedNote } from "./use-unsaved-note";

interface AddNoteProps {
  operationId: OperationId;
  operatorId: OperatorId;
}

type Answer =
  | { readonly kind: "saved" | "signed-out" | "denied" | "lost" }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Adds a note to an operation. What is written stays in the field until the desk has it on record. */
export function AddNote({ operationId, operatorId }: AddNoteProps) {
  const { t } = useReader();
  const router = useRouter();
  const [text, setText] = useUnsavedNote(operatorId, operationId);
  const [isSaving, startSaving] = useTransition();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const problem = answer?.kind === "problem" ? answer.problem : null;
  // Focus lives outside of React: what is wrong is at the field.
  useEffect(() => {
    if (answer?.kind === "problem") field.current?.focus();
  }, [answer]);

  function save(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    const note = readNote(text);
    if (!note.ok) {
      setAnswer({ kind: "problem", problem: note.failure });
      return;
    }
    startSaving(async () => {
      const result = await askDesk(() => addNoteAction({ operationId, text })).catch(() => null);
      if (result?.ok !== true) {
        setAnswer(answerTo(result === null ? null : result.failure));
        return;
      }
      setText("");
      setAnswer({ kind: "saved" });
      // The story is drawn by the server.
      router.refresh();
    });
  }

  return (
    <Panel title={t("notes.add.title")} className="print:hidden">
      <form noValidate onSubmit={save} className="flex flex-col gap-3">
        <TextAreaField
          ref={field}
          label={t("notes.add.label")}
          help={t("notes.add.help")}
          error={problem === null ? undefined : wordsOf(t, problem)}
          counter={counterOf(t, text)}
          value={text}
          readOnly={isSaving}
          onChange={(event) => {
            setText(event.target.value);
            setAnswer(null);
          }}
        />
        <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
          <output aria-live="polite" className="mr-auto max-w-words">
            {!isSaving && answer !== null && answer.kind !== "problem" && (
              <Said kind={answer.kind} />
            )}
          </output>
          <Button type="submit" isBusy={isSaving} busyLabel={t("common.working")}>
            {t("notes.add.save")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function Said({ kind }: { kind: Exclude<Answer["kind"], "problem"> }) {
  const { t } = useReader();
  const pathname = usePathname();
  return (
    <>
      {t(`notes.add.${kind}`)}{" "}
      {kind === "signed-out" && (
        <TextLink href={paths.signIn(pathname)}>{t("notes.add.signIn")}</TextLink>
      )}
    </>
  );
}

type Words = ReturnType<typeof useReader>["t"];

function wordsOf(t: Words, problem: Problem): string {
  return problem === "note.empty" ? t("notes.add.empty") : t(`problems.${problem}`);
}

function counterOf(t: Words, text: string) {
  const used = countCharacters(text.trim());
  return { used, limit: NOTE_MAX, label: t("notes.add.left", { count: NOTE_MAX - used }) };
}

/** Null is no answer at all: the note may be there, and the same text again does no harm. */
function answerTo(failure: Failure | null): Answer {
  if (failure?.kind === "signed-out" || failure?.kind === "denied") return { kind: failure.kind };
  const found = failure?.kind === "invalid" ? failure.fields[0]?.problem : undefined;
  const problem = found === undefined ? null : asProblem(found);
  return problem === null ? { kind: "lost" } : { kind: "problem", problem };
}
