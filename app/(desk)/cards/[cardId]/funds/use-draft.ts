"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";

import type { CardId, OperationId, OperatorId } from "@/lib/domain/ids";
import type { OperationForm, OperationRequest } from "@/lib/domain/operation";

import { draftKey, draftText, newDraft, readDraft } from "./draft";
import type { Draft } from "./draft";

type Form = UseFormReturn<OperationForm, unknown, OperationRequest>;

interface DraftOptions {
  readonly operatorId: OperatorId;
  readonly cardId: CardId;
  /** The operation that the form takes back: its draft is apart from the card's own. */
  readonly reverses: OperationId | null;
  /** The form as it starts without a draft. */
  readonly startForm: OperationForm;
  /** What the address asks for; it goes over a draft. */
  readonly asked: Partial<Pick<OperationForm, "mode" | "direction">>;
  /** Start anew from `startForm`, whatever draft there is: a refused operation is sent again. */
  readonly isFresh: boolean;
}

/**
 * Ties the form to its draft in the browser. Gives the intent's id once it is known, the id of one
 * that another tab has sent meanwhile, and the ways to begin another intent and to end this one.
 */
export function useDraft(form: Form, options: DraftOptions) {
  const key = draftKey(options.operatorId, options.cardId, options.reverses);
  const draft = useRef<Draft | null>(null);
  const [operationId, setOperationId] = useState<OperationId | null>(null);
  const [sentElsewhere, setSentElsewhere] = useState<OperationId | null>(null);
  const [goOnReason, setGoOnReason] = useState("");

  function begin(next: Draft) {
    draft.current = next;
    localStorage.setItem(key, draftText(next));
    form.reset(next.form);
    setOperationId(next.operationId);
    setSentElsewhere(null);
    setGoOnReason(next.goOnReason ?? "");
  }

  // The draft lives outside of React: in this browser's storage, which other tabs write too.
  useEffect(() => {
    const stored = options.isFresh ? null : readDraft(localStorage.getItem(key));
    const start = stored ?? newDraft(options.startForm);
    begin({ ...start, form: { ...start.form, ...options.asked } });

    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (draft.current === null) return;
        draft.current = { ...draft.current, form: values };
        localStorage.setItem(key, draftText(draft.current));
      },
    });
    const onStorage = (event: StorageEvent) => {
      if (event.key !== key || draft.current === null) return;
      const other = readDraft(event.newValue);
      if (other?.operationId !== draft.current.operationId) {
        setSentElsewhere(draft.current.operationId);
      }
    };
    window.addEventListener("storage", onStorage);
    return () => {
      unsubscribe();
      window.removeEventListener("storage", onStorage);
    };
    // Once per person and card: what the address asks for later is the form's own doing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);

  return {
    operationId,
    sentElsewhere,
    suggested: () => draft.current?.suggested ?? {},
    keepSuggestion(suggested: Draft["suggested"]) {
      if (draft.current === null) return;
      draft.current = { ...draft.current, suggested: { ...draft.current.suggested, ...suggested } };
      localStorage.setItem(key, draftText(draft.current));
    },
    goOnReason,
    setGoOnReason(text: string) {
      setGoOnReason(text);
      if (draft.current === null) return;
      draft.current = { ...draft.current, goOnReason: text };
      localStorage.setItem(key, draftText(draft.current));
    },
    /** The same fields as a new intent, with a reference to be suggested anew. */
    startAnew: () => begin(newDraft({ ...form.getValues(), reference: "" })),
    /** The intent is on record at the desk: the draft has done its work. */
    end() {
      draft.current = null;
      localStorage.removeItem(key);
    },
  };
}
