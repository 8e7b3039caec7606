"use client";

import { useLocale, useTimeZone, useTranslations } from "use-intl/react";

import { localeOfTag } from "./locale";
import type { Reader } from "./reader";

/**
 * The reader, in a client component. It knows only the words that were sent to the browser: those of
 * `ClientMessages` around it (app/client-messages.tsx), besides the ones that every page has.
 */
export function useReader(): Reader {
  const locale = localeOfTag(useLocale());
  const t = useTranslations();
  const timeZone = useTimeZone();
  if (timeZone === undefined) throw new Error("The provider gives the desk's time zone.");
  return { locale, timeZone, t };
}
