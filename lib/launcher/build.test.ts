import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { sourceHash } from "./build";

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "desk-hash-"));
  write("app/page.tsx", "one");
  write("lib/domain/money.ts", "two");
  write("package-lock.json", "{}");
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function write(file: string, content: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), content);
}

test.each([
  ["a page is changed", () => write("app/page.tsx", "one more")],
  ["a file is added", () => write("lib/domain/month.ts", "three")],
  ["a file is taken away", () => fs.rmSync(path.join(root, "lib/domain/money.ts"))],
  [
    "a file is moved",
    () =>
      fs.renameSync(path.join(root, "lib/domain/money.ts"), path.join(root, "lib/domain/cash.ts")),
  ],
  ["a package is updated", () => write("package-lock.json", '{"next":"17"}')],
  ["the configuration is changed", () => write("next.config.js", "module.exports = {}")],
  ["the proxy is changed", () => write("proxy.ts", "four")],
])("the source differs when %s", (_, change) => {
  const before = sourceHash(root);
  change();
  expect(sourceHash(root)).not.toBe(before);
});

test.each([
  "lib/domain/money.test.ts",
  "lib/sandbox/main.ts",
  "lib/launcher/start.ts",
  "e2e/funds.e2e.ts",
  "docs/decisions.md",
  "README.md",
  ".data/desk.lock",
])("the source is the same when %s is written, which no build contains", (file) => {
  const before = sourceHash(root);
  write(file, "new");
  expect(sourceHash(root)).toBe(before);
});
