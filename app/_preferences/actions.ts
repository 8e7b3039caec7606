"use server";

import { cookies } from "next/headers";

import { isLocale, localeCookie } from "@/lib/i18n/locale";
import { deskEnv } from "@/lib/server/env";

import { KEPT_SECONDS, themeCookie, themeOf } from "./preference";

// Language and appearance belong to a browser, not to a person: both are chosen before signing in
// too, and give access to nothing. So these two actions ask for no operator.

/** Keeps the language. In: a form with `locale`; a value that is not ours changes nothing. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (typeof locale !== "string" || !isLocale(locale)) return;
  const { publicUrl } = deskEnv();
  (await cookies()).set(localeCookie(publicUrl), locale, options(publicUrl));
}

/** Keeps the appearance. In: a form with `theme`; whatever is not light or dark follows the system. */
export async function chooseTheme(form: FormData): Promise<void> {
  const given = form.get("theme");
  const theme = themeOf(typeof given === "string" ? given : undefined);
  const { publicUrl } = deskEnv();
  const jar = await cookies();
  // The browser takes a change of a `__Host-` cookie, its end too, with these options only.
  if (theme === "system") jar.set(themeCookie(publicUrl), "", { ...options(publicUrl), maxAge: 0 });
  else jar.set(themeCookie(publicUrl), theme, options(publicUrl));
}

function options(publicUrl: string) {
  const secure = publicUrl.startsWith("https:");
  return { path: "/", maxAge: KEPT_SECONDS, sameSite: "lax", secure } as const;
}
