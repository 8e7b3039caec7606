const segmenter = new Intl.Segmenter("es", { granularity: "grapheme" });

/** How many characters a person sees: "ñ", "á" and "👍🏽" are one each, however they are encoded. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Whether a person sees more than `max` characters. Looks no further than that. */
export function isLongerThan(text: string, max: number): boolean {
  // A character that a person sees takes one unit of the string at least.
  if (text.length <= max) return false;
  let count = 0;
  for (const _ of segmenter.segment(text)) {
    count += 1;
    if (count > max) return true;
  }
  return false;
}

/**
 * The text without what neither PostgreSQL nor a person can keep: NUL and the other control
 * characters (line ends and tabs stay), and halves of surrogate pairs. None of it is visible.
 */
export function storableText(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, "");
}

/** What people and programs put between the digits of a card number. */
const RUN = /\d(?:[\s.,\-_/|:*·•\u2010-\u2015\u2212]{0,3}\d){12,}/g;

/**
 * Whether the text holds something that looks like a card number: 13 to 19 digits, separators
 * allowed, with a valid Luhn check digit. Such text is refused before it is stored or sent.
 *
 * A number in groups must begin and end with a group, and its groups must look like a card's: a
 * reference followed by a date would be refused four times in five if any digits in a row counted.
 */
export function containsCardNumber(text: string): boolean {
  // Compatibility forms first: full-width digits and hard spaces come along when people copy.
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  for (const [run] of plain.matchAll(RUN)) {
    const groups = run.match(/\d+/g) ?? [];
    if (
      groups.some(holdsCard) ||
      groups.some((_, start) => beginsCard(groups.slice(start, start + 19)))
    ) {
      return true;
    }
  }
  return false;
}

/**
 * The text with nothing left of what looks like a card number but its last four digits: for words of
 * the issuer, which the desk cannot refuse and must not keep or show.
 */
export function withoutCardNumbers(text: string): string {
  if (!containsCardNumber(text)) return text;
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return plain.replace(RUN, (run) =>
    containsCardNumber(run) ? run.slice(0, -4).replace(/\d/g, "*") + run.slice(-4) : run,
  );
}

/** Whether digits without a gap hold a card number anywhere. */
function holdsCard(digits: string): boolean {
  for (let start = 0; start + 13 <= digits.length; start += 1) {
    for (let length = 13; length <= 19 && start + length <= digits.length; length += 1) {
      if (looksLikeCard(digits.slice(start, start + length))) return true;
    }
  }
  return false;
}

/** Whether some of the first groups together are a card number. */
function beginsCard(groups: readonly string[]): boolean {
  for (let end = 2; end <= groups.length; end += 1) {
    const some = groups.slice(0, end);
    const digits = some.join("");
    if (digits.length > 19) return false;
    if (digits.length >= 13 && isGroupedLikeCard(some) && looksLikeCard(digits)) return true;
  }
  return false;
}

// 4-4-4-4, 4-6-5 and the like, or digit by digit; never the two digits of a date's month or of cents
// beside longer groups.
function isGroupedLikeCard(groups: readonly string[]): boolean {
  const size = groups[0]?.length ?? 0;
  const areEqual = groups.slice(0, -1).every((group) => group.length === size);
  return areEqual ? (groups.at(-1)?.length ?? 0) <= size : groups.every((g) => g.length >= 3);
}

// Payment cards begin with 2 to 6 (ISO/IEC 7812), and short ones not with 2 or 3: without this one
// in ten long numbers would be refused, and national ids in Guatemala have 13 digits.
function looksLikeCard(digits: string): boolean {
  const first = digits.length === 13 ? /^[4-6]/ : digits.length === 14 ? /^[3-6]/ : /^[2-6]/;
  return first.test(digits) && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
