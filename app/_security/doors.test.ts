import fs from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { DOORS } from "./doors";
import type { Door } from "./doors";

/** Where Next looks for ways in, and where actions may stand. */
const SOURCES = ["app", "components", "lib"].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name).replaceAll(path.sep, "/"))
    .filter((file) => /\.(?:tsx?|jsx?|mjs)$/.test(file) && !/\.test\./.test(file)),
);

const nameOf = ({ file, action }: Pick<Door, "file" | "action">) =>
  action === undefined ? file : `${file}: ${action}`;

/** The ways in that the folders hold, each as the table names it. */
function found(): string[] {
  return SOURCES.flatMap((file) => {
    if (/^app\/(?:.*\/)?(?:page|route)\.(?:tsx?|jsx?)$/.test(file)) return [file];
    const text = fs.readFileSync(file, "utf8");
    if (!/^\s*["']use server["']/m.test(text)) return [];
    const names = [...text.matchAll(/^export\s+(?:async\s+)?(?:const|function)\s+(\w+)/gm)];
    return names.map(([, action]) => nameOf({ file, ...(action !== undefined && { action }) }));
  });
}

describe("the table of doors", () => {
  test("has every page, handler and action, and no other", () => {
    expect(DOORS.map(nameOf).toSorted()).toEqual(found().toSorted());
  });

  test("is looked for where there are some", () => {
    expect(found().length).toBeGreaterThan(30);
  });

  test("has each of them once", () => {
    expect(new Set(DOORS.map(nameOf)).size).toBe(DOORS.length);
  });

  test("says why whenever no right is asked for", () => {
    for (const { asks } of DOORS) {
      const reason = "open" in asks ? asks.open : "session" in asks ? asks.session : null;
      if (reason !== null) expect(reason).toMatch(/^\S.{10,}\.$/);
    }
  });
});

test("the pages that Next answers besides are known: not found and errors, which read nothing", () => {
  const special = SOURCES.filter((file) =>
    /^app\/.*\/?(?:not-found|error|global-error|default|loading|template)\.tsx$/.test(file),
  );
  for (const file of special) {
    expect(fs.readFileSync(file, "utf8"), file).not.toMatch(/lib\/server\/(?!auth|env)/);
  }
});
