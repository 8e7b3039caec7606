/** One place of the desk's source, and what stands there instead. */
export interface Patch {
  /** Relative to the root. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export type Bug = "none" | "resend after a timeout" | "outcome before the call";

/**
 * The two classic ways to lose count of money, as they would stand in the source. A patch whose place has
 * changed stops the build of the program that it is for: then it is written anew.
 */
export const BUGS: Readonly<Record<Bug, readonly Patch[]>> = {
  none: [],
  "resend after a timeout": [
    {
      file: "lib/server/issuer/transport.ts",
      from: "return new Promise((resolve) => attempt(request, resolve));",
      to: `const once = () => new Promise<Reply>((resolve) => attempt(request, resolve));
  return once().then((reply) => {
    const isWorthIt = reply.kind === "silent" && reply.cause === "timeout";
    return isWorthIt && request.method !== "GET" ? once() : reply;
  });`,
    },
  ],
  "outcome before the call": [
    {
      file: "lib/server/operations/carry-out.ts",
      from: "const outcome = await sendFunds(",
      to: `const { requestId } = actor;
    const answer = { httpStatus: 200, code: null, message: null, requestId, attempts: 1, durationMs: 0 };
    const hope: Outcome = { kind: "operation.applied", answer, movementId: null, balanceAfter: null };
    await recordOutcome(desk, { kind: "person", actor }, { operationId, cardId }, hope);
    const outcome = await sendFunds(`,
    },
  ],
};
