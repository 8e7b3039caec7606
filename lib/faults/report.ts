import { RULES, type Rule } from "./audit";
import { percentile, type Figures } from "./figures";
import type { RunResult } from "./run";

/** How much of what was found is told: the first cases say what the others would. */
const TOLD_CASES = 5;
const NAME_WIDTH = 60;

/** The table of a run and, below it, what must not have been. */
export function reportOf({ figures, findings, struck, faults, tookMs }: RunResult): string {
  const lines = [
    ...figures.counts.map(([name, count]) => line(name, String(count))),
    ...[...struck].map(([what, count]) => line(what, String(count))),
    ...[...faults]
      .filter(([kind]) => kind !== "none")
      .map(([kind, count]) => line(`on the wire: ${kind}`, String(count))),
    "",
    ...[...findings].map(([rule, cases]) => line(`${rule} (must be 0)`, String(cases.length))),
    "",
    ...figures.settling.map(timesLine),
    line("the run took", seconds(tookMs)),
  ];
  return [...lines, ...tell(findings)].join("\n");
}

/** Whether everything that must be 0 is. A run that did not ask, move or settle anything shows nothing. */
export function isSound({ findings, figures }: Pick<RunResult, "findings" | "figures">): boolean {
  const isClean = Object.keys(RULES).length === findings.size;
  const hasWorked = ["operations asked", "applied", "unknown for a while"].every((needed) =>
    figures.counts.some(([name, count]) => name === needed && count > 0),
  );
  return isClean && hasWorked && [...findings.values()].every((cases) => cases.length === 0);
}

function line(name: string, value: string): string {
  return `  ${name.padEnd(NAME_WIDTH)}${value.padStart(8)}`;
}

function timesLine([name, durationsMs]: Figures["settling"][number]): string {
  const [median, high] = [0.5, 0.99].map((share) => seconds(percentile(durationsMs, share)));
  return line(name, `p50 ${median}   p99 ${high}`);
}

function seconds(durationMs: number | undefined): string {
  return durationMs === undefined ? "none" : `${(durationMs / 1_000).toFixed(1)} s`;
}

function tell(findings: ReadonlyMap<Rule, readonly string[]>): string[] {
  return [...findings].flatMap(([rule, cases]) =>
    cases.length === 0
      ? []
      : ["", `${rule}:`, ...cases.slice(0, TOLD_CASES).map((words) => `  - ${words}`)],
  );
}
