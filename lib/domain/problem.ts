/**
 * Everything that can be wrong at a field. The schemas give these as messages; the `problems` words
 * have a sentence for each, in both languages.
 */
export const PROBLEMS = [
  "direction.empty",
  "amount.empty",
  "amount.format",
  "amount.decimals",
  "amount.too-large",
  "amount.not-positive",
  "amount.more-than-left",
  "currency.unknown",
  "reference.empty",
  "reference.long",
  "reference.format",
  "channel.empty",
  "channel.format",
  "text.long",
  "text.card-number",
  "observations.empty",
  "note.empty",
  "reason.empty",
  "outcome.empty",
  "customKey.empty",
  "customKey.format",
  "customKey.twice",
  "customKeys.many",
  "cardId.format",
  "month.format",
  "email.format",
  "email.taken",
  "name.empty",
  "name.long",
  "role.empty",
  "password.wrong",
  "password.locked",
  "password.short",
  "password.long",
  "password.letters-and-digits",
  "password.common",
  "password.personal",
  "password.used-before",
  "code.wrong",
  "person.oneself",
  "person.last-admin",
  "person.provider",
  "proof.wrong",
  "form.unreadable",
] as const;

export type Problem = (typeof PROBLEMS)[number];

/** The text as a problem that has words; null for anything else, such as a validator's own message. */
export function asProblem(text: string): Problem | null {
  return PROBLEMS.find((problem) => problem === text) ?? null;
}
