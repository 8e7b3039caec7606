import "server-only";

import type { ProofMethod } from "@/lib/domain/access";
import type { SessionId } from "@/lib/domain/ids";
import type { Operator } from "@/lib/domain/operator";

import { now } from "./clock";
import { connect } from "./db/connect";
import type { Database } from "./db/connect";
import { deskEnv } from "./env";
import type { DeskEnv } from "./env";
import type { PeopleEnv } from "./env-people";

/** What every verb works with. A value, so that a test can hand in a database and a clock of its own. */
export interface Desk extends PeopleEnv {
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

/** Where a request comes from, and the id that joins its log lines and its journal entries. */
export interface Origin {
  /** The caller's network address, as far as the desk can trust it. */
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string;
}

/** Who asks: the person, the session whose issuer token is used, and where the request comes from. */
export interface Actor extends Origin {
  readonly operator: Operator;
  readonly sessionId: SessionId;
  /** How many proofs the session's cookie knows of (standing.ts). */
  readonly generation: number;
  /** When the person last proved to be themselves. */
  readonly provenAt: Date;
  /** By what this person proves it afresh. */
  readonly proofMethod: ProofMethod;
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
    ...env.people,
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
