import { expect, test } from "vitest";

import { negotiateLocale } from "./locale";

test.each([
  ["the choice in the cookie wins over the browser", "en", "es-GT", "en"],
  ["a cookie of another language is not a choice", "fr", "en-GB", "en"],
  ["without a choice the browser's first language of ours decides", null, "fr,en;q=0.8", "en"],
  ["the weights decide, not the order", null, "en;q=0.4,es-419;q=0.9", "es"],
  ["equal weights go by order", null, "en-US,es", "en"],
  ["a language with weight zero is refused", null, "en;q=0", "es"],
  ["a broken weight counts for nothing", null, "en;q=x", "es"],
  ["neither language gives Spanish", null, "de-DE,de;q=0.9", "es"],
  ["no header gives Spanish", null, null, "es"],
])("%s", (_, cookie, header, expected) => {
  expect(negotiateLocale(cookie, header)).toBe(expected);
});
