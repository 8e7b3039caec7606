import { z } from "zod";

/** What a reader can choose; `system` leaves it to the device and is kept by having no cookie. */
export const Theme = z.enum(["system", "light", "dark"]);
export type Theme = z.infer<typeof Theme>;

export const THEME_COOKIE = "desk-theme";

/** The kept choice; anything that is not one of ours is no choice. */
export function themeOf(cookie: string | undefined): Theme {
  return Theme.safeParse(cookie).data ?? "system";
}

/** A year: a choice is made once. */
export const KEPT_SECONDS = 31_536_000;
