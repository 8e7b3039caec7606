import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { readPulse } from "@/lib/server/read-pulse";
import { channelForm, newReference, startDeskWithSandbox, submission } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";

import { checkOperation } from "./check-operation";
import { countUnsettled } from "./count-unsettled";
import { submitOperation } from "./submit-operation";

let test: DeskWithSandbox;

beforeAll(async () => {
  test = await startDeskWithSandbox();
});
afterAll(() => test.close());

describe("what is unsettled", () => {
  it("is counted for every role, whoever sent it, until it is settled", async () => {
    const agent = await test.signedIn("agent");
    const people = await Promise.all(
      (["agent", "supervisor", "auditor", "admin"] as const).map((role) => test.signedIn(role)),
    );
    const counts = () => Promise.all(people.map((person) => countUnsettled(test.desk, person)));
    const input = submission(channelForm({ reference: newReference("SBX-DROP-AFTER") }));
    expect(await counts()).toEqual([0, 0, 0, 0]);
    await submitOperation(test.desk, agent, submission(channelForm()));
    await submitOperation(test.desk, agent, input);
    expect(await counts()).toEqual([1, 1, 1, 1]);
    expect(await readPulse(test.desk, agent)).toEqual({
      line: { stopped: null },
      unsettledCount: 1,
    });
    await checkOperation(test.desk, agent, input.operationId);
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });
});
