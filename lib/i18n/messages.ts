import type { Locale } from "./locale";
import { en } from "./messages/en";
import type { Namespace } from "./messages/en";
import { es } from "./messages/es";
import type { Translation } from "./messages/translation";

export type AnyMessages = Translation<typeof en>;

/** All words of a language. */
export function messagesOf(locale: Locale): AnyMessages {
  return locale === "es" ? es : en;
}

/** The words of some namespaces, for the browser. */
export function pickMessages(
  locale: Locale,
  namespaces: Iterable<Namespace>,
): Partial<AnyMessages> {
  const all = messagesOf(locale);
  return Object.fromEntries([...new Set(namespaces)].map((name) => [name, all[name]]));
}
