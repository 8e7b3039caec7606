import { randomInt } from "node:crypto";

import { Problem } from "@/lib/launcher/problem";

/** How a run is to be. All of it follows from these: the same options are the same run. */
export type FaultOptions = {
  readonly seed: number;
  readonly operations: number;
  readonly kills: number;
  readonly clients: number;
};

/** A full run, as `npm run faults` makes it. */
const usual = { operations: 2_000, kills: 60, clients: 8 };

const limits = {
  seed: [1, 2_000_000_000],
  operations: [1, 100_000],
  kills: [0, 10_000],
  clients: [1, 64],
} as const satisfies Record<keyof FaultOptions, readonly [number, number]>;

const isName = (name: string): name is keyof FaultOptions => Object.hasOwn(limits, name);

/** Reads `--seed=7 --operations=300`. Without a seed each run is another one. */
export function readOptions(words: readonly string[]): FaultOptions {
  const given: Partial<Record<keyof FaultOptions, number>> = {};
  for (const word of words) {
    const [, name = "", digits = ""] = /^--([a-z]+)=(\d{1,10})$/.exec(word) ?? [];
    if (!isName(name)) {
      throw new Problem(`"${word}" is not known. Say --${Object.keys(limits).join("=…, --")}=….`);
    }
    const [least, most] = limits[name];
    const value = Number(digits);
    if (value < least || value > most) {
      throw new Problem(`--${name} is a whole number from ${least} to ${most}.`);
    }
    given[name] = value;
  }
  return { seed: randomInt(...limits.seed), ...usual, ...given };
}
