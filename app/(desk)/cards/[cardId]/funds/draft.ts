import * as z from "zod/mini";

import { OperationId, newOperationId } from "@/lib/domain/ids";
import type { CardId, OperatorId } from "@/lib/domain/ids";
import { Direction, Mode } from "@/lib/domain/operation";
import type { OperationForm } from "@/lib/domain/operation";
import { containsCardNumber } from "@/lib/domain/text";

const text = z.string();

/** What is kept in the browser while somebody types: one human intent, with its id. */
const Draft = z.object({
  operationId: OperationId,
  form: z.object({
    mode: Mode,
    direction: z.union([Direction, z.literal("")]),
    amount: text,
    currency: text,
    reference: text,
    channel: text,
    otherChannel: text,
    description: text,
    customKeys: z.array(z.object({ key: text, value: text })),
    observations: text,
    reasonCode: text,
  }),
  /** The references that were suggested for this intent, so that a reload asks for no others. */
  suggested: z.partialRecord(Direction, text),
  /** Why it is to be sent although a similar one was. */
  goOnReason: z.optional(text),
});
export interface Draft extends z.infer<typeof Draft> {
  form: OperationForm;
}

/**
 * One draft per person and card, and one for each operation that is being taken back. In
 * `localStorage`, so that a reload, an expired session and a second tab all hold the same intent with
 * the same id.
 */
export function draftKey(
  operatorId: OperatorId,
  cardId: CardId,
  reverses: OperationId | null = null,
): string {
  const key = `funds-desk.draft.${operatorId}.${cardId}`;
  return reverses === null ? key : `${key}.reverses.${reverses}`;
}

/** The draft in a stored text; null for none, or for one of another version. */
export function readDraft(stored: string | null): Draft | null {
  if (stored === null) return null;
  try {
    const draft = Draft.safeParse(JSON.parse(stored));
    return draft.success ? draft.data : null;
  } catch {
    // Text that is no JSON is no draft; the form starts empty.
    return null;
  }
}

/**
 * The text in which a draft is kept. A field that holds a card number is left out of it: such a
 * number is refused, and until it is corrected it must not lie in the browser's storage.
 */
export function draftText(draft: Draft): string {
  const clean = (typed: string) => (containsCardNumber(typed) ? "" : typed);
  const { form } = draft;
  const kept: OperationForm = {
    ...form,
    amount: clean(form.amount),
    reference: clean(form.reference),
    otherChannel: clean(form.otherChannel),
    description: clean(form.description),
    observations: clean(form.observations),
    customKeys: form.customKeys.map(({ key, value }) => ({ key: clean(key), value: clean(value) })),
  };
  const goOnReason = clean(draft.goOnReason ?? "");
  return JSON.stringify({ ...draft, form: kept, goOnReason: goOnReason || undefined });
}

/** A new intent with these fields filled in. */
export function newDraft(form: OperationForm): Draft {
  const random = crypto.getRandomValues(new Uint8Array(10));
  return { operationId: newOperationId(Date.now(), random), form, suggested: {} };
}

/** The empty form; `currency` is the card's own where it is known. */
export function emptyForm(currency: string | null): OperationForm {
  return {
    mode: "channel",
    direction: "",
    amount: "",
    currency: currency ?? "",
    reference: "",
    channel: "",
    otherChannel: "",
    description: "",
    customKeys: [],
    observations: "",
    reasonCode: "",
  };
}
