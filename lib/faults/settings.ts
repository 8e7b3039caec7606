import type { Environment } from "@/lib/launcher/own-environment";

/** How long the desk of a run waits for an answer of its issuer. */
export const TIMEOUT_MS = 1_200;

/** Longer than the desk waits: what the proxy holds for so long is a timeout. */
export const HOLD_MS = 1_800;

/**
 * Longer than anything that a run has sent may take to land: what the sandbox does late, what the proxy holds, and
 * what waits for a database that is away.
 */
const ABSENCE_WINDOW_MS = 9_000;

/** A desk that does in seconds what an ordinary one does in half an hour. */
export const hastyDesk: Environment = {
  MIGO_TIMEOUT_MS: String(TIMEOUT_MS),
  DESK_LEASE_MS: "2000",
  // The desk's own rounds, two seconds apart, are the pauses then: five of them are about the window.
  DESK_LOOK_PAUSES_MS: "300",
  DESK_ABSENCE_WINDOW_MS: String(ABSENCE_WINDOW_MS),
  DESK_ABSENCE_LOOKS: "5",
  // Nobody is there to prove who sends.
  DESK_STEP_UP_MINUTES: "60",
  // Two people press as fast as programs can.
  DESK_RATE_PER_PERSON: "1000000",
  DESK_RATE_PER_ADDRESS: "1000000",
  // Half of what is sent ends unknown here: the line would stop for good.
  DESK_STOP_SHARE_PERCENT: "100",
};

/** A sandbox that is slow for longer than the desk waits, and whose tokens end while the run goes on. */
export const hastySandbox: Environment = {
  SANDBOX_SEED: "small",
  SANDBOX_SLOW_ANSWER_MS: "1800",
  SANDBOX_ACCESS_TOKEN_SECONDS: "45",
};
