import "server-only";

import pino from "pino";
import type { DestinationStream, Logger, LoggerOptions } from "pino";

import { describeError, withoutContent, withoutSecrets } from "./log-safely";

const OPTIONS: LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: {
    err: (error: unknown) => describeError(error),
    reason: (reason: unknown) => (typeof reason === "string" ? withoutContent(reason) : null),
  },
  hooks: { streamWrite: withoutSecrets },
};

/** A log that writes to `to`. */
export function makeLog(to: DestinationStream): Logger {
  return pino(OPTIONS, to);
}

/**
 * JSON lines on standard output. Callers name what they log; bodies, tokens and free text never are.
 * An error goes under `err`, words of a program that failed under `reason`: both lose what they were
 * given.
 */
export const log = makeLog(pino.destination(1));
