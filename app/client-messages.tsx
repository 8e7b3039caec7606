import type { ReactNode } from "react";

import { pickMessages } from "@/lib/i18n/messages";
import type { Namespace } from "@/lib/i18n/messages/en";
import { getReader } from "@/lib/i18n/server";

import { Words } from "./providers";

/** What every page needs in the browser: the words of its error page, and the most common ones. */
const ALWAYS = ["common", "errors", "outcome"] as const satisfies readonly Namespace[];

interface ClientMessagesProps {
  /** What the client components inside use besides `common`, `errors` and `outcome`. */
  namespaces?: readonly Namespace[];
  children: ReactNode;
}

/**
 * Sends words to the browser for the client components inside. Wrap the smallest part of a page that
 * uses them: every word sent is weight of that page.
 */
export async function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const { locale, timeZone } = await getReader();
  return (
    <Words
      locale={locale}
      timeZone={timeZone}
      messages={pickMessages(locale, [...ALWAYS, ...namespaces])}
    >
      {children}
    </Words>
  );
}
