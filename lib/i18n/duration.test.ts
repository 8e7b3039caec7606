import { expect, test } from "vitest";

import { formatDuration, formatSeconds } from "./duration";

test.each([
  [-5_000, "0 s"],
  [0, "0 s"],
  [999, "0 s"],
  [45_999, "45 s"],
  [59_999, "59 s"],
  [60_000, "1 min"],
  [3_599_999, "59 min"],
  [3_600_000, "1 h 00 min"],
  [3_900_000, "1 h 05 min"],
  [86_399_999, "23 h 59 min"],
  [86_400_000, "1 d 0 h"],
  [187_200_000, "2 d 4 h"],
])("%d ms are %j, and no line breaks in them", (ms, words) => {
  expect(formatDuration(ms)).toBe(words.replaceAll(" ", "\u00A0"));
});

test.each([
  [0, "0.0 s"],
  [1_249, "1.2 s"],
  [40_012, "40.0 s"],
])("an answer after %d ms took %j", (ms, words) => {
  for (const locale of ["en", "es"] as const) {
    expect(formatSeconds(locale, ms)).toBe(words.replaceAll(" ", "\u00A0"));
  }
});
