import fs from "node:fs";

import { expect, test } from "vitest";

const PAGE = fs.readFileSync("docs/security.md", "utf8");

test("every file that the security page names is there", () => {
  const named = [...PAGE.matchAll(/`((?:app|lib|e2e|components|docs)\/[^`]*)`/g)].map(
    ([, file]) => file ?? "",
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((file) => !fs.existsSync(file))).toEqual([]);
});
