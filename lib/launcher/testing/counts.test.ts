import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "vitest";

import { closingLine, playwrightCounts, sum, vitestCounts, withExitCode } from "./counts";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "desk-counts-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function reportFile(report: unknown): string {
  const file = path.join(folder, "report.json");
  fs.writeFileSync(file, JSON.stringify(report));
  return file;
}

test("vitest's report is counted, todos as skipped", () => {
  const report = { numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
  expect(vitestCounts(reportFile(report))).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test("Playwright's report is counted, its errors outside of tests as failures", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 0, skipped: 3 };
  const file = reportFile({ stats, errors: [{ message: "the server did not start" }] });
  expect(playwrightCounts(file)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test("a suite that wrote no report, or failed without a failed test, has failed", () => {
  expect(vitestCounts(path.join(folder, "none.json"))).toBeUndefined();
  expect(withExitCode(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  const green = { passed: 5, failed: 0, skipped: 0 };
  expect(withExitCode(green, 0)).toEqual(green);
  expect(withExitCode(green, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

test("the closing line adds up all suites and speaks of skipped tests only if there are some", () => {
  const suite = { passed: 5, failed: 1, skipped: 0 };
  expect(closingLine(sum([suite, suite]))).toBe("10 passed, 2 failed");
  expect(closingLine(sum([suite, { ...suite, skipped: 4 }]))).toBe(
    "10 passed, 2 failed, 4 skipped",
  );
});
