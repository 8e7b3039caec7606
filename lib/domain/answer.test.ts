import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { RULES, verdictOf } from "./answer";
import type { Answer, Verdict } from "./answer";

const answered = (
  httpStatus: number,
  envelope: "success" | "failure" | "none",
  code: string | null = null,
): Answer => ({
  kind: "answered",
  httpStatus,
  envelope,
  code,
});
const applied: Verdict = { status: "applied" };
const refused = (cause: Extract<Verdict, { status: "refused" }>["cause"]): Verdict => ({
  status: "refused",
  cause,
});
const unknown = (cause: Extract<Verdict, { status: "unknown" }>["cause"]): Verdict => ({
  status: "unknown",
  cause,
});

/** Each row of the table: the rule that holds, an answer, and what it means for the money. */
const ROWS: readonly (readonly [rule: number, what: string, Answer, Verdict])[] = [
  [0, "a refused connection", { kind: "not-sent" }, refused("not-sent")],
  [1, "silence", { kind: "silent", cause: "timeout" }, unknown("timeout")],
  [2, "a reset", { kind: "silent", cause: "connection-lost" }, unknown("connection-lost")],
  [3, "7006 at 409", answered(409, "failure", "7006"), unknown("duplicate-answer")],
  [3, "7006 at 400", answered(400, "failure", "7006"), unknown("duplicate-answer")],
  [3, "7006 at 500", answered(500, "failure", "7006"), unknown("duplicate-answer")],
  [
    3,
    "7006 at 200, said to be a success",
    answered(200, "success", "7006"),
    unknown("duplicate-answer"),
  ],
  [3, "409 without a code", answered(409, "failure"), unknown("duplicate-answer")],
  [3, "409 as HTML", answered(409, "none"), unknown("duplicate-answer")],
  [
    3,
    "409 with a word for a code",
    answered(409, "failure", "CONFLICT"),
    unknown("duplicate-answer"),
  ],
  [4, "200", answered(200, "success"), applied],
  [4, "201", answered(201, "success"), applied],
  [4, "202", answered(202, "success"), applied],
  [5, "7303 at 200", answered(200, "failure", "7303"), refused("business-code")],
  [5, "7303 at 400", answered(400, "failure", "7303"), refused("business-code")],
  [5, "7303 at 409", answered(409, "failure", "7303"), refused("business-code")],
  [5, "7303 at 422", answered(422, "failure", "7303"), refused("business-code")],
  [5, "7303 at 429", answered(429, "failure", "7303"), refused("business-code")],
  [5, "7303 at 500", answered(500, "failure", "7303"), refused("business-code")],
  [5, "8099 at 400", answered(400, "failure", "8099"), refused("business-code")],
  [5, "7213 at 500", answered(500, "failure", "7213"), refused("business-code")],
  [6, "7003 at 500", answered(500, "failure", "7003"), unknown("server-error")],
  [6, "7003 at 400", answered(400, "failure", "7003"), unknown("server-error")],
  [6, "7300 at 409", answered(409, "failure", "7300"), unknown("server-error")],
  [6, "7301 at 200", answered(200, "failure", "7301"), unknown("server-error")],
  [6, "8099 at 502", answered(502, "failure", "8099"), unknown("server-error")],
  [6, "7999 at 500", answered(500, "failure", "7999"), unknown("server-error")],
  [7, "429", answered(429, "none"), refused("rate-limited")],
  [7, "429 in an envelope", answered(429, "failure"), refused("rate-limited")],
  [8, "400 without a code", answered(400, "failure"), refused("http-status")],
  [
    8,
    "401 with a word for a code",
    answered(401, "failure", "TOKEN_EXPIRED"),
    refused("http-status"),
  ],
  [8, "403", answered(403, "failure"), refused("http-status")],
  [8, "404 as HTML", answered(404, "none"), refused("http-status")],
  [8, "413", answered(413, "none"), refused("http-status")],
  [8, "422 without a code", answered(422, "failure"), refused("http-status")],
  [9, "500 without a code", answered(500, "failure"), unknown("server-error")],
  [
    9,
    "500 with a code that is none of theirs",
    answered(500, "failure", "9000"),
    unknown("server-error"),
  ],
  [9, "500 said to be a success", answered(500, "success"), unknown("server-error")],
  [
    9,
    "500 said to be a success, with 7303",
    answered(500, "success", "7303"),
    unknown("server-error"),
  ],
  [9, "502 as HTML", answered(502, "none"), unknown("server-error")],
  [9, "503", answered(503, "failure"), unknown("server-error")],
  [9, "504", answered(504, "none"), unknown("server-error")],
  [10, "200 that is no JSON", answered(200, "none"), unknown("unreadable-answer")],
  [
    10,
    "200 said to be a failure, without a code",
    answered(200, "failure"),
    unknown("unreadable-answer"),
  ],
  [
    10,
    "200 said to be a success, with 7303",
    answered(200, "success", "7303"),
    unknown("unreadable-answer"),
  ],
  [10, "204", answered(204, "none"), unknown("unreadable-answer")],
  [10, "301", answered(301, "none"), unknown("unreadable-answer")],
  [10, "307", answered(307, "none"), unknown("unreadable-answer")],
  [10, "304", answered(304, "none"), unknown("unreadable-answer")],
  [10, "408", answered(408, "none"), unknown("unreadable-answer")],
  [10, "418", answered(418, "none"), unknown("unreadable-answer")],
  [10, "425", answered(425, "none"), unknown("unreadable-answer")],
  [10, "499", answered(499, "none"), unknown("unreadable-answer")],
  [10, "no status", answered(0, "none"), unknown("unreadable-answer")],
];

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>({ kind: "not-sent" }),
  fc.constantFrom<Answer>(
    { kind: "silent", cause: "timeout" },
    { kind: "silent", cause: "connection-lost" },
  ),
  fc.record({
    kind: fc.constant("answered" as const),
    httpStatus: fc.integer({ min: 0, max: 599 }),
    envelope: fc.constantFrom("success" as const, "failure" as const, "none" as const),
    code: fc.option(
      fc.oneof(
        fc.constantFrom("7006", "7303", "7000", "8099", "9000", "TOKEN_EXPIRED", ""),
        fc.string(),
      ),
    ),
  }),
);

describe("what an answer means for the money", () => {
  it.each(ROWS)("rule %i: %s", (rule, _, answer, verdict) => {
    expect(verdictOf(answer)).toEqual(verdict);
    expect(RULES.findIndex((candidate) => candidate.holds(answer))).toBe(rule);
  });

  it("is tried here for every rule of the table", () => {
    expect(new Set(ROWS.map(([rule]) => rule))).toEqual(new Set(RULES.keys()));
  });

  it("is applied only for a 2xx whose envelope says success and names no code", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const isWord =
          answer.kind === "answered" && answer.envelope === "success" && answer.code === null;
        const is2xx =
          answer.kind === "answered" && answer.httpStatus >= 200 && answer.httpStatus < 300;
        expect(verdictOf(answer).status === "applied").toBe(isWord && is2xx);
      }),
      { numRuns: 2000 },
    );
  });

  it("is never refused for silence, a duplicate, or a 2xx, 3xx or 5xx without a failure's own code", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        if (verdictOf(answer).status !== "refused" || answer.kind !== "answered") {
          expect(answer.kind === "silent" && verdictOf(answer).status === "refused").toBe(false);
          return;
        }
        expect(answer.code).not.toBe("7006");
        const hasCode =
          answer.envelope === "failure" && /^(7\d\d\d|80\d\d)$/.test(answer.code ?? "");
        expect(hasCode || (answer.httpStatus >= 400 && answer.httpStatus < 500)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
