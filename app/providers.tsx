"use client";

import { useEffect } from "react";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";

import { INTL_TAGS } from "@/lib/i18n/locale";
import type { Locale } from "@/lib/i18n/locale";
import type { AnyMessages } from "@/lib/i18n/messages";
import type { Messages } from "@/lib/i18n/messages/en";

interface WordsProps {
  locale: Locale;
  timeZone: string;
  messages: Partial<AnyMessages>;
  children: ReactNode;
}

/** Gives client components their words. Server components have all of them already. */
export function Words({ locale, timeZone, messages, children }: WordsProps) {
  return (
    <IntlProvider
      locale={INTL_TAGS[locale]}
      timeZone={timeZone}
      // The keys are the English ones (messages.test.ts); only the literal texts of the type differ.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      messages={messages as Partial<Messages>}
    >
      {children}
    </IntlProvider>
  );
}

/** Says on <html> that React has taken over; browser tests wait for it before they press anything. */
export function Hydrated() {
  // The outside system is the document: what reads the attribute is not React.
  useEffect(() => {
    document.documentElement.dataset["hydrated"] = "true";
  }, []);
  return null;
}
