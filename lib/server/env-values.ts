import "server-only";

import { z } from "zod";

/** The kinds of values that variables hold; each complaint is the end of a sentence that begins with the variable's name. */

export const text = z.string("is not set");

/** Without a slash at its end. */
export const httpUrl = text
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: "is not an http or https address",
  })
  .transform((value) => value.replace(/\/+$/, ""));

export const wholeNumber = (least: number, most: number) =>
  text
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: `is not a whole number from ${least} to ${most}`,
    })
    .transform(Number);
