import "server-only";

import { stripVTControlCharacters } from "node:util";

import type { Logger } from "pino";

import { isTooMany } from "@/lib/too-many";

import { log } from "./log";
import { withoutContent } from "./log-safely";

const LEVELS = {
  error: "error",
  warn: "warn",
  log: "info",
  info: "info",
  debug: "debug",
  trace: "debug",
} as const;

/**
 * Makes one log of all that this process says: what Next and other packages print goes through ours,
 * as JSON and without what they were given.
 */
export function bridgeConsole(bridged: object = console, to: Logger = log): void {
  Object.assign(
    bridged,
    Object.fromEntries(
      Object.entries(LEVELS).map(([method, level]) => [
        method,
        (...said: readonly unknown[]) => speak(to, level, said),
      ]),
    ),
  );
}

type Level = (typeof LEVELS)[keyof typeof LEVELS];

function speak(to: Logger, level: Level, said: readonly unknown[]): void {
  const error = said.find((part) => part instanceof Error);
  if (isTooMany(error)) return;
  const words = said
    .filter((part) => typeof part === "string")
    .map((part) => withoutContent(stripVTControlCharacters(part)))
    .join(" ")
    .trim();
  if (error === undefined && words === "") return;
  to[level]({ from: "console", ...(error !== undefined && { err: error }) }, words);
}
