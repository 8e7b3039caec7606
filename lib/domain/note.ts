import type { Problem } from "./problem";
import { fail, ok } from "./result";
import type { Result } from "./result";
import { containsCardNumber, isLongerThan, storableText } from "./text";

/** Ours: long enough for an account of what happened. */
export const NOTE_MAX = 500;

/**
 * What a person writes for those who read later: a reason or a note, trimmed. Fails with a problem of
 * the `problems` words when it is empty, too long, or holds a card number.
 */
export function readNote(typed: string): Result<string, Problem> {
  const text = storableText(typed).trim();
  if (text === "") return fail("note.empty");
  // What is refused for its length is looked into no further: a whole body of it would take seconds.
  if (isLongerThan(text, NOTE_MAX)) return fail("text.long");
  return containsCardNumber(text) ? fail("text.card-number") : ok(text);
}
