import { createTranslator } from "use-intl/core";

import { INTL_TAGS } from "./locale";
import type { Locale } from "./locale";
import { messagesOf } from "./messages";
import type { Messages } from "./messages/en";
import type { Translator } from "./reader";

/** A translator over all words of a language. `timeZone` is an IANA name. */
export function makeTranslator(locale: Locale, timeZone: string): Translator {
  return createTranslator<Messages>({
    locale: INTL_TAGS[locale],
    timeZone,
    // Keys and arguments are the English ones; that both languages have them is held by the type of
    // `es` and by messages.test.ts. Only the literal texts of the type differ.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    messages: messagesOf(locale) as Messages,
  });
}
