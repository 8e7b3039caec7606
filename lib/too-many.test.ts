import { expect, test } from "vitest";

import { isTooMany, secondsInDigest, tooManyDigest } from "./too-many";

test("the browser reads in the digest when to come again", () => {
  expect(secondsInDigest(tooManyDigest(100))).toBe(1);
  expect(secondsInDigest(tooManyDigest(10_001))).toBe(11);
});

test("the number of a bug is not taken for it", () => {
  expect(secondsInDigest("1234567890@E394")).toBeNull();
  expect(secondsInDigest(null)).toBeNull();
});

test("the server tells it from a bug", () => {
  expect(isTooMany(Object.assign(new Error(), { digest: tooManyDigest(1_000) }))).toBe(true);
  expect(isTooMany(Object.assign(new Error(), { digest: "1234567890@E394" }))).toBe(false);
  expect(isTooMany(new Error("too-many;1"))).toBe(false);
});
