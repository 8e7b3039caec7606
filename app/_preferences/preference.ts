import { ownCookie } from "@/lib/own-cookie";

/** What a reader can choose; `system` leaves it to the device and is kept by having no cookie. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Keeps the choice; `publicUrl` is where people reach the desk. */
export function themeCookie(publicUrl: string): string {
  return ownCookie("desk-theme", publicUrl);
}

/** The kept choice; anything that is not one of ours is no choice. */
export function themeOf(cookie: string | undefined): Theme {
  // By hand and not with zod: this is in the browser's share of every page.
  return THEMES.find((theme) => theme === cookie) ?? "system";
}

/** A year: a choice is made once. */
export const KEPT_SECONDS = 31_536_000;
