import fs from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import {
  ASKED_FOR_BY,
  OPEN_ACTIONS,
  OPEN_ROUTES,
  RULES,
  withoutComments,
} from "./testing/architecture-rules";

/**
 * What the linter cannot say, held over the text of every source file. A guard and no proof: each
 * rule is also tried on files that break it.
 */

function readSources(): Map<string, string> {
  const root = process.cwd();
  const sources = new Map<string, string>();
  for (const folder of ["app", "components", "lib", "proxy.ts", "instrumentation.ts"]) {
    const start = path.join(root, folder);
    const files = fs.statSync(start).isFile()
      ? [start]
      : fs
          .readdirSync(start, { recursive: true, encoding: "utf8" })
          .map((name) => path.join(start, name));
    for (const file of files) {
      if (!/\.(?:tsx?|mjs|sql)$/.test(file)) continue;
      const name = path.relative(root, file).replaceAll(path.sep, "/");
      // The rules hold what they look for.
      if (name === "lib/testing/architecture-rules.ts") continue;
      sources.set(name, withoutComments(fs.readFileSync(file, "utf8")));
    }
  }
  return sources;
}

describe("the architecture", () => {
  const sources = readSources();

  it("is looked for in all of the code", () => {
    expect(sources.size).toBeGreaterThan(150);
    for (const file of [
      "lib/server/operations/submit-operation.ts",
      "lib/domain/money.ts",
      "app/layout.tsx",
    ]) {
      expect(sources.get(file), file).toBeTruthy();
    }
  });

  it.each(RULES)("$name", ({ broken }) => {
    expect(broken(sources)).toEqual([]);
  });

  it.each(RULES.flatMap((rule) => rule.planted.map(([file, text]) => ({ ...rule, file, text }))))(
    "$name: is seen to be broken by $file: $text",
    ({ broken, file, text }) => {
      const user = 'import { burnMoney } from "@/lib/server/operations/burn-money";';
      const planted = new Map([...sources, [file, withoutComments(text)], ["app/user.ts", user]]);
      expect(broken(planted)).toEqual([file]);
    },
  );

  it("has no exception for a file that is gone", () => {
    for (const file of [...OPEN_ROUTES, ...OPEN_ACTIONS, ...ASKED_FOR_BY.keys()])
      expect(sources.has(file), file).toBe(true);
  });
});
