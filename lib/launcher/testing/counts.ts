import fs from "node:fs";

import { z } from "zod";

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const onePassed: Counts = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});
const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Reads the counts out of vitest's JSON report; undefined when it wrote none. */
export function vitestCounts(file: string): Counts | undefined {
  const report = vitestReport.safeParse(readJson(file)).data;
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

/** Reads the counts out of Playwright's JSON report; undefined when it wrote none. */
export function playwrightCounts(file: string): Counts | undefined {
  const report = playwrightReport.safeParse(readJson(file)).data;
  return (
    report && {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected + report.errors.length,
      skipped: report.stats.skipped,
    }
  );
}

/** A suite whose program failed has failed, whatever it reported: a file that cannot be loaded is no test to it. */
export function withExitCode(counts: Counts | undefined, exitCode: number): Counts {
  if (!counts) return oneFailed;
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The line that ends a whole run: "12 passed, 0 failed", and the skipped ones if there are any. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function readJson(file: string): unknown {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined;
}
