import "server-only";

import type { Operator } from "@/lib/domain/operator";
import type { SessionId } from "@/lib/domain/ids";

import { now } from "./clock";
import { connect } from "./db/connect";
import type { Database } from "./db/connect";
import { deskEnv } from "./env";
import type { DeskEnv } from "./env";

/** What every verb works with. A value, so that a test can hand in a database and a clock of its own. */
export interface Desk {
  readonly db: Database;
  readonly issuer: DeskEnv["issuer"];
  readonly secret: string;
  readonly timeZone: string;
  readonly reasons: DeskEnv["reasons"];
  readonly leaseMs: number;
  readonly settling: DeskEnv["settling"];
  readonly sendAgainAfterMs: number;
  readonly similarWindowMs: number;
  readonly autoStop: DeskEnv["autoStop"];
  readonly now: () => Date;
}

/** Who asks: the person, the session whose issuer token is used, and the id that joins the log lines. */
export interface Actor {
  readonly operator: Operator;
  readonly sessionId: SessionId;
  readonly requestId: string;
}

/** Whose token reads from the issuer: a session's, or the desk's own. */
export type Caller = Pick<Actor, "sessionId" | "requestId">;

// On globalThis: Next instantiates modules once per layer (pages, handlers, instrumentation), and a
// pool per layer would be three pools.
declare global {
  var fundsDesk: Desk | undefined;
}

/** The one desk of this process, made from the environment at first use. */
export function desk(): Desk {
  globalThis.fundsDesk ??= fromEnv(deskEnv());
  return globalThis.fundsDesk;
}

function fromEnv(env: DeskEnv): Desk {
  return {
    db: connect(env.databaseUrl),
    issuer: env.issuer,
    secret: env.secret,
    timeZone: env.timeZone,
    reasons: env.reasons,
    leaseMs: env.leaseMs,
    settling: env.settling,
    sendAgainAfterMs: env.sendAgainAfterMs,
    similarWindowMs: env.similarWindowMs,
    autoStop: env.autoStop,
    now,
  };
}
