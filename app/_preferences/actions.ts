"use server";

import { cookies } from "next/headers";

import { LOCALE_COOKIE, isLocale } from "@/lib/i18n/locale";
import { deskEnv } from "@/lib/server/env";

import { KEPT_SECONDS, THEME_COOKIE, themeOf } from "./preference";

// Language and appearance belong to a browser, not to a person: both are chosen before signing in
// too, and give access to nothing. So these two actions ask for no operator.

/** Keeps the language. In: a form with `locale`; a value that is not ours changes nothing. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (typeof locale !== "string" || !isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, options());
}

/** Keeps the appearance. In: a form with `theme`; whatever is not light or dark follows the system. */
export async function chooseTheme(form: FormData): Promise<void> {
  const given = form.get("theme");
  const theme = themeOf(typeof given === "string" ? given : undefined);
  const jar = await cookies();
  if (theme === "system") jar.delete(THEME_COOKIE);
  else jar.set(THEME_COOKIE, theme, options());
}

function options() {
  const secure = deskEnv().publicUrl.startsWith("https:");
  return { path: "/", maxAge: KEPT_SECONDS, sameSite: "lax", secure } as const;
}
