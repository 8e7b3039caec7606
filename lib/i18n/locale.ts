import { ownCookie } from "@/lib/own-cookie";

/** The languages of the desk. */
export type Locale = "es" | "en";

/** The first is what a reader gets who asks for neither. */
export const LOCALES = ["es", "en"] as const satisfies readonly Locale[];

/** Keeps the reader's choice; without it the browser's languages decide. */
export function localeCookie(publicUrl: string): string {
  return ownCookie("desk-locale", publicUrl);
}

/** The tag for Intl. Never bare `es`: it writes decimals with a comma, Guatemala with a point. */
export const INTL_TAGS = { es: "es-GT", en: "en-US" } as const satisfies Record<Locale, string>;

export type IntlTag = (typeof INTL_TAGS)[Locale];

export function isLocale(text: string | null | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The desk's locale for a tag of Intl, as the client provider holds it. */
export function localeOfTag(tag: string): Locale {
  return tag.startsWith("en") ? "en" : "es";
}

/**
 * The reader's language: the cookie's when it is one of ours, otherwise the one that the
 * Accept-Language header ("es-GT,es;q=0.9,en;q=0.8") weighs highest, otherwise Spanish.
 */
export function negotiateLocale(
  cookie: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Locale {
  if (isLocale(cookie)) return cookie;
  let best: { locale: Locale; weight: number } | null = null;
  for (const part of (acceptLanguage ?? "").split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const language = tag.split("-")[0];
    if (!isLocale(language)) continue;
    const weight = weightOf(parameters);
    if (weight > (best?.weight ?? 0)) best = { locale: language, weight };
  }
  return best?.locale ?? LOCALES[0];
}

function weightOf(parameters: readonly string[]): number {
  const q = parameters.map((text) => text.trim()).find((text) => text.startsWith("q="));
  if (q === undefined) return 1;
  const weight = Number(q.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
