import type { OperatorId } from "./ids";

/** What is left of a session, measured by the server. A browser counts it down and asks again. */
export interface SessionClock {
  /** Whose it is: in another tab somebody else may have signed in. */
  readonly operatorId: OperatorId;
  /** Until it locks, if its person gives no sign. */
  readonly idleLeftMs: number;
  /** Until it is over, however busy. */
  readonly absoluteLeftMs: number;
}
