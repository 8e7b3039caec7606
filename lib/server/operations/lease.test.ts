import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import type { Actor } from "@/lib/server/desk";
import { channelForm, newOperationId, startTestDesk, submission } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { startScriptedIssuer } from "@/lib/testing/issuer";
import type { ScriptedIssuer } from "@/lib/testing/issuer";
import { journalOf } from "@/lib/testing/looks";

import { markAbandoned } from "./mark-abandoned";
import { submitOperation } from "./submit-operation";

let test: TestDesk;
let issuer: ScriptedIssuer;
let agent: Actor;
let onFunds: () => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  issuer = await startScriptedIssuer(async ({ url }) => {
    if (!url.includes("/funds")) return "default";
    await onFunds();
    return { body: '{"success":true}' };
  });
  test = await startTestDesk(issuer.url);
  agent = await test.signedIn("agent");
});
afterAll(async () => {
  await test.close();
  await issuer.close();
});

/** How much of its lease an operation has left, on the database's clock, in milliseconds. */
async function leaseLeftMs(operationId: string): Promise<number> {
  const { rows } = await sql<{ left: string }>`
    select extract(epoch from lease_until - clock_timestamp()) * 1000 as left
      from operations where id = ${operationId}`.execute(test.db);
  return Number(rows[0]?.left);
}

describe("a sender's lease", () => {
  it("is renewed for as long as the issuer takes, and nobody takes the operation meanwhile", async () => {
    const leaseMs = 600;
    const operationId = newOperationId();
    let swept = 0;
    onFunds = async () => {
      const ends = new Set<string>();
      // More than five different ends of the lease: it was renewed again and again.
      await vi.waitFor(
        async () => {
          swept += await markAbandoned(test.desk);
          const row = await test.db
            .selectFrom("operations")
            .select("lease_until")
            .where("id", "=", operationId)
            .executeTakeFirstOrThrow();
          ends.add(row.lease_until.toISOString());
          expect(ends.size).toBeGreaterThan(5);
        },
        { timeout: 20_000, interval: 20 },
      );
    };
    const sent = await submitOperation(
      { ...test.desk, leaseMs },
      agent,
      submission(channelForm(), { operationId }),
    );
    expect(sent).toMatchObject({ ok: true, value: { status: "applied" } });
    expect(swept).toBe(0);
  });

  it("is long when it begins, on the database's own clock", async () => {
    const operationId = newOperationId();
    let leftMs = 0;
    onFunds = async () => {
      leftMs = await leaseLeftMs(operationId);
    };
    // The desk's clock is years behind: it has no say in this.
    await submitOperation(test.desk, agent, submission(channelForm(), { operationId }));
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(test.desk.leaseMs);
  });

  it("that is over before the first byte leaves ends the operation unsent", async () => {
    const operationId = newOperationId();
    let arrivedCount = 0;
    onFunds = () => {
      arrivedCount += 1;
      return Promise.resolve();
    };
    // As for a process that slept between its intent and its send.
    const sent = await submitOperation(
      { ...test.desk, leaseMs: 0 },
      agent,
      submission(channelForm(), { operationId }),
    );
    expect(sent).toMatchObject({ ok: true, value: { status: "refused" } });
    expect(arrivedCount).toBe(0);
    expect(await journalOf(test.db, operationId)).toEqual([
      "operation.intended",
      "operation.refused",
    ]);
  });
});
