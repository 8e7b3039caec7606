import "server-only";

import pino from "pino";

/** JSON lines on standard output. Callers name what they log; bodies, tokens and free text never are. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
