import { expect, test } from "vitest";

import { readOptions } from "./options";

test("a full run is what no option changes, with a seed of its own", () => {
  const { seed, ...rest } = readOptions([]);
  expect(rest).toEqual({ operations: 2_000, kills: 60, clients: 8 });
  expect(seed).toBeGreaterThan(0);
});

test("each option is read", () => {
  expect(readOptions(["--seed=7", "--operations=20", "--kills=0", "--clients=2"])).toEqual({
    seed: 7,
    operations: 20,
    kills: 0,
    clients: 2,
  });
});

test.each(["--seeds=7", "--seed=", "--seed=x", "--seed=0", "--clients=65", "7"])(
  "%s is answered with words, not with a run",
  (word) => {
    expect(() => readOptions([word])).toThrow(/known|whole number/);
  },
);
