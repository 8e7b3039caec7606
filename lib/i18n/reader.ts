import type { createTranslator } from "use-intl/core";

import type { Locale } from "./locale";
import type { Messages } from "./messages/en";

/** Words by typed key: `t("outcome.applied")`, `t("common.card.ending", { lastFour })`. */
export type Translator = ReturnType<typeof createTranslator<Messages>>;

/**
 * Whom a text is for: language, time zone and words. Server components get one from
 * `getReader()` (lib/i18n/server), client components from `useReader()` (lib/i18n/use-reader), and
 * components/domain take it as a prop, so that they work in both.
 */
export interface Reader {
  readonly locale: Locale;
  /** The desk's zone, an IANA name; all times are shown in it. */
  readonly timeZone: string;
  readonly t: Translator;
}
