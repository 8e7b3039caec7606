import { expect, test } from "vitest";

import { formatAgo } from "./ago";

const MINUTE_MS = 60_000;

test.each([
  [0, "0 seconds ago", "hace 0 segundos"],
  [59_999, "59 seconds ago", "hace 59 segundos"],
  [MINUTE_MS, "1 minute ago", "hace 1 minuto"],
  [12.9 * MINUTE_MS, "12 minutes ago", "hace 12 minutos"],
  [60 * MINUTE_MS, "1 hour ago", "hace 1 hora"],
  [23.9 * 60 * MINUTE_MS, "23 hours ago", "hace 23 horas"],
  [24 * 60 * MINUTE_MS, "1 day ago", "hace 1 día"],
  // The clocks of two machines: what has just been sent is not in the future.
  [-5_000, "0 seconds ago", "hace 0 segundos"],
])("what was %d ms ago is told in one unit, rounded down", (elapsedMs, english, spanish) => {
  expect(formatAgo("en", elapsedMs)).toBe(english);
  expect(formatAgo("es", elapsedMs)).toBe(spanish);
});
