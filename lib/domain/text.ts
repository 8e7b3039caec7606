const segmenter = new Intl.Segmenter("es", { granularity: "grapheme" });

/** How many characters a person sees: "ñ", "á" and "👍🏽" are one each, however they are encoded. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/**
 * Whether the text holds something that looks like a card number: 13 to 19 digits, separators
 * allowed, with a valid Luhn check digit. Such text is refused before it is stored or sent.
 */
export function containsCardNumber(text: string): boolean {
  for (const [run] of text.matchAll(/\d(?:[ .\-_/]?\d){12,}/g)) {
    const digits = run.replace(/\D/g, "");
    for (let start = 0; start + 13 <= digits.length; start += 1) {
      for (let length = 13; length <= 19 && start + length <= digits.length; length += 1) {
        if (looksLikeCard(digits.slice(start, start + length))) return true;
      }
    }
  }
  return false;
}

// Payment cards begin with 2 to 6 (ISO/IEC 7812); without this one in ten long numbers would be
// refused, and national ids in Guatemala have 13 digits.
function looksLikeCard(digits: string): boolean {
  return /^[2-6]/.test(digits) && passesLuhn(digits);
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
