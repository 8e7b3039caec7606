"use client";

import { useState, useSyncExternalStore } from "react";

import type { OperationId, OperatorId } from "@/lib/domain/ids";
import { containsCardNumber } from "@/lib/domain/text";

/**
 * The text of a note that is not saved yet: kept in this browser, by person and operation, so that a
 * reload or the sign-in after an expired session brings it back. A text with a card number is not
 * kept: such a number is refused, and until then it must not lie in the browser's storage.
 */
export function useUnsavedNote(operatorId: OperatorId, operationId: OperationId) {
  const key = `funds-desk.note.${operatorId}.${operationId}`;
  const kept = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(key),
    // The server that draws the page first has no storage.
    () => null,
  );
  const [typed, setTyped] = useState<string | null>(null);

  function write(text: string) {
    setTyped(text);
    if (text.trim() === "" || containsCardNumber(text)) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  }

  return [typed ?? kept ?? "", write] as const;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  return () => window.removeEventListener("storage", onChange);
}
