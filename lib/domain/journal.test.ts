import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { holdsReference, OperationStatus, statusAfter, statusOf } from "./journal";
import type { OperationEvent } from "./journal";

type Kind = OperationEvent["kind"];
const KINDS = [
  "operation.intended",
  "operation.applied",
  "operation.refused",
  "operation.unknown",
  "operation.checked",
  "operation.settled",
  "operation.proposed",
  "operation.proposal-rejected",
  "operation.proven-absent",
  "operation.settled-by-hand",
  "operation.noted",
] as const satisfies readonly Kind[];
const fold = (...kinds: readonly Kind[]) => statusOf(kinds.map((kind) => ({ kind })));
const anyStory = fc.array(fc.constantFrom<Kind>(...KINDS), { maxLength: 20 });

describe("an operation's status", () => {
  it.each([
    [["intended"], "intended"],
    [["intended", "applied"], "applied"],
    [["intended", "refused"], "refused"],
    [["intended", "unknown"], "unknown"],
    [["intended", "unknown", "checked", "checked"], "unknown"],
    [["intended", "unknown", "settled"], "applied"],
    [["intended", "unknown", "applied"], "applied"],
    [["intended", "unknown", "refused"], "refused"],
    [["intended", "unknown", "settled", "applied"], "applied"],
    [["intended", "applied", "unknown"], "applied"],
    [["intended", "applied", "refused"], "applied"],
    [["intended", "refused", "unknown"], "refused"],
    [["intended", "refused", "applied"], "refused"],
    [["intended", "refused", "settled"], "refused"],
    [["intended", "unknown", "checked", "proven-absent"], "not-applied"],
    [["intended", "unknown", "proven-absent", "applied"], "applied"],
    [["intended", "unknown", "proven-absent", "settled"], "applied"],
    [["intended", "unknown", "proven-absent", "unknown"], "not-applied"],
    [["intended", "proven-absent"], "intended"],
    [["intended", "applied", "proven-absent"], "applied"],
    [["intended", "unknown", "proposed", "proposal-rejected", "noted"], "unknown"],
  ] as const)("after %j is %s", (kinds, status) => {
    expect(fold(...kinds.map((kind) => `operation.${kind}` as const))).toBe(status);
  });

  it("is not taken back by any event once it is applied or refused", () => {
    fc.assert(
      fc.property(anyStory, anyStory, (before, after) => {
        const status = fold(...before);
        fc.pre(status === "applied" || status === "refused");
        expect(fold(...before, ...after)).toBe(status);
      }),
    );
  });

  it.each(["applied", "not-applied"] as const)(
    "is %s when it was settled so by hand",
    (outcome) => {
      const settled = { kind: "operation.settled-by-hand", outcome } as const;
      expect(statusAfter("unknown", settled)).toBe(outcome);
      for (const status of ["intended", "applied", "refused", "not-applied"] as const) {
        expect(statusAfter(status, settled)).toBe(status);
      }
    },
  );

  it("never goes back to being unknown once it is proven absent", () => {
    fc.assert(
      fc.property(anyStory, anyStory, (before, after) => {
        fc.pre(fold(...before) === "not-applied");
        expect(["not-applied", "applied", "refused"]).toContain(fold(...before, ...after));
      }),
    );
  });

  it("never goes back to being on its way", () => {
    fc.assert(
      fc.property(anyStory, anyStory, (before, after) => {
        fc.pre(fold(...before) !== "intended");
        expect(fold(...before, ...after)).not.toBe("intended");
      }),
    );
  });

  it("is the same whether the story is folded at once or event by event", () => {
    fc.assert(
      fc.property(anyStory, (kinds) => {
        let status: OperationStatus = "intended";
        for (const kind of kinds) status = statusAfter(status, { kind });
        expect(status).toBe(fold(...kinds));
      }),
    );
  });

  it("holds its reference unless it was refused or never arrived", () => {
    const free = OperationStatus.options.filter((status) => !holdsReference(status));
    expect(free).toEqual(["refused", "not-applied"]);
  });
});
