import "server-only";

import { cookies, headers } from "next/headers";
import { cache } from "react";

import { deskEnv } from "@/lib/server/env";

import { localeCookie, negotiateLocale } from "./locale";
import type { Locale } from "./locale";
import type { Reader } from "./reader";
import { makeTranslator } from "./translator";

/** The language of the person who asked: what they chose, otherwise what their browser prefers. */
export const getLocale = cache(async (): Promise<Locale> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(localeCookie(deskEnv().publicUrl))?.value;
  return negotiateLocale(chosen, head.get("accept-language"));
});

/** Language, time zone and words for this request. The same object for all who ask in one render. */
export const getReader = cache(async (): Promise<Reader> => {
  const locale = await getLocale();
  const { timeZone } = deskEnv();
  return { locale, timeZone, t: makeTranslator(locale, timeZone) };
});
