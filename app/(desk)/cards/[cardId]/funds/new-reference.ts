import type { UseFormReturn } from "react-hook-form";

import { askDesk } from "@/app/_session/ask-desk";
import type { OperationForm, OperationRequest } from "@/lib/domain/operation";

import { suggestReferenceAction } from "./actions";
import type { useDraft } from "./use-draft";

/** Puts a reference that nobody has in place of the form's; false when the desk gave none. */
export async function takeNewReference(
  form: UseFormReturn<OperationForm, unknown, OperationRequest>,
  draft: ReturnType<typeof useDraft>,
): Promise<boolean> {
  const direction = form.getValues("direction");
  if (direction === "") return false;
  // Without an answer of the desk the person types one.
  const suggestion = await askDesk(() => suggestReferenceAction(direction)).catch(() => null);
  if (suggestion?.ok !== true) return false;
  draft.keepSuggestion({ [direction]: suggestion.value });
  form.setValue("reference", suggestion.value);
  return true;
}
