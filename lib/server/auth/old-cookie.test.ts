import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import type { Actor } from "../desk";
import { giveProof } from "./prove";
import { standingOf } from "./standing";
import { proofMissing } from "./step-up";

const SECOND_MS = 1_000;

let test: TestDesk;
let actor: Actor;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(async () => {
  actor = await test.signedIn("agent");
});

const standing = (generation: number) =>
  standingOf(test.desk, { sessionId: actor.sessionId, generation }, SOMEWHERE);
const kindNow = async (generation: number) => (await standing(generation)).kind;

describe("the cookie from before a proof", () => {
  it("has no part in the proof: whoever holds it is asked for one of their own", async () => {
    await giveProof(test.desk, actor, "password");
    const [before, after] = [await standing(0), await standing(1)];
    if (before.kind !== "active" || after.kind !== "active") throw new Error("It is not open.");
    expect(proofMissing(test.desk, before.actor)).toEqual({ kind: "step-up", method: "password" });
    expect(proofMissing(test.desk, after.actor)).toBeNull();
  });

  it("is good while the new one has not arrived, and the same proof is handed over again", async () => {
    await giveProof(test.desk, actor, "password");
    test.clock.advance(60 * SECOND_MS);
    const before = await standing(0);
    if (before.kind !== "active") throw new Error("It is not open.");
    expect(await giveProof(test.desk, before.actor, "password")).toMatchObject({ generation: 1 });
    expect(await kindNow(0)).toBe("active");
  });

  it("is worth nothing half a minute after the new one has been seen", async () => {
    await giveProof(test.desk, actor, "password");
    expect(await kindNow(1)).toBe("active");
    test.clock.advance(30 * SECOND_MS - 1);
    expect(await kindNow(0)).toBe("active");
    test.clock.advance(1);
    expect(await kindNow(0)).toBe("nobody");
  });

  it("is worth nothing after five minutes, whether or not the new one was ever seen", async () => {
    await giveProof(test.desk, actor, "password");
    test.clock.advance(5 * 60 * SECOND_MS);
    expect(await kindNow(0)).toBe("nobody");
  });
});
