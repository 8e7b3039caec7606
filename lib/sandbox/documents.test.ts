import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

import { findSentinel, FEED_SENTINEL_YEAR, FEED_SENTINELS, SENTINELS } from "./sentinels";
import { OPTION_VARIABLES, optionsFromEnvironment } from "./options";

const readme = readFileSync(path.join(import.meta.dirname, "README.md"), "utf8");
const rows = readme
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

describe("the README and the code say the same", () => {
  test.each(SENTINELS)("about $text", ({ text, cents, answer, applied }) => {
    const row = rows.find((cells) => cells[1] === `\`${text}\``);
    expect(row?.slice(2, 5)).toEqual([`…666.${cents}`, answer, applied]);
  });

  test("about no sentinel that is not in the code", () => {
    const named = rows.flatMap((cells) => /^`(SBX-[^`]+)`$/.exec(cells[1] ?? "")?.[1] ?? []);
    expect(named.toSorted()).toEqual(SENTINELS.map(({ text }) => text).toSorted());
  });

  test.each(FEED_SENTINELS)("about the failing month $month", ({ month, answer }) => {
    const row = rows.find((cells) => cells[1] === `\`${month}/${FEED_SENTINEL_YEAR}\``);
    expect(row?.[2]).toBe(answer);
  });

  test.each(Object.values(OPTION_VARIABLES))("about the variable %s", (variable) => {
    expect(rows.some((cells) => cells[1] === `\`${variable}\``)).toBe(true);
  });
});

describe("sentinels", () => {
  test("no text holds another, so each is met alone", () => {
    for (const { text } of SENTINELS) {
      expect(SENTINELS.filter((other) => text.includes(other.text))).toHaveLength(1);
    }
    expect(new Set(SENTINELS.map(({ cents }) => cents)).size).toBe(SENTINELS.length);
  });

  test("a sentinel is found inside a reference in any case", () => {
    expect(findSentinel("WD-2026-04-18-001-sbx-drop-after", 1n)?.fault).toBe("cut after");
  });

  test.each([
    [6_660_100n, "answer late"],
    [256_660_400n, "cut after"],
    [16_661_400n, "401 once"],
  ])("%s units mean %s", (units, fault) => {
    expect(findSentinel("WD-1", units)?.fault).toBe(fault);
  });

  test.each([6_660_000n, 6_661_600n, 6_660_101n, 5_660_100n, 1_000_000n])(
    "%s units mean nothing",
    (units) => {
      expect(findSentinel("WD-1", units)).toBeUndefined();
    },
  );
});

describe("the environment", () => {
  const least = { DATABASE_URL: "postgres://x", SANDBOX_PUBLIC_KEY: "pem", SANDBOX_MERCHANT: "m" };

  test("fills in the documented defaults", () => {
    expect(optionsFromEnvironment({ ...least, SANDBOX_PORT: "" })).toMatchObject({
      port: 0,
      envelope: "B",
      duplicateReference: "accept",
      slowAnswerMs: 40_000,
    });
  });

  test("reads numbers and words", () => {
    const given = { ...least, SANDBOX_PORT: "4010", SANDBOX_ENVELOPE: "A" };
    expect(optionsFromEnvironment(given)).toMatchObject({ port: 4010, envelope: "A" });
  });

  test("names what is missing or malformed", () => {
    const broken = { ...least, SANDBOX_MERCHANT: undefined, SANDBOX_PORT: "80x" };
    expect(() => optionsFromEnvironment(broken)).toThrow(/SANDBOX_MERCHANT.*SANDBOX_PORT/);
  });
});
