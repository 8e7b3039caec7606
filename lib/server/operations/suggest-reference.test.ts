import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/server/desk";
import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { suggestReference } from "./suggest-reference";

let test: TestDesk;
let agent: Actor;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
  agent = await test.signedIn("agent");
});
afterAll(() => test.close());

async function suggested(direction: unknown): Promise<string> {
  const reference = await suggestReference(test.desk, agent, direction);
  if (!reference.ok) throw new Error("No reference was suggested.");
  return reference.value;
}

describe("a suggested reference", () => {
  it("is never the same twice, when fifty ask at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => suggested(n % 2 === 0 ? "ADD_FUNDS" : "WITHDRAW_FUNDS")),
    );
    expect(new Set(all).size).toBe(50);
    expect(all.filter((one) => /^TOPUP-2026-04-18-0(?:0[1-9]|1\d|2[0-5])$/.test(one))).toHaveLength(
      25,
    );
    expect(all.filter((one) => /^WD-2026-04-18-0(?:0[1-9]|1\d|2[0-5])$/.test(one))).toHaveLength(
      25,
    );
  });

  it("has the day of the desk's zone, and counts anew at its midnight", async () => {
    test.clock.set("2026-05-01T05:59:59.999Z");
    expect(await suggested("ADD_FUNDS")).toBe("TOPUP-2026-04-30-001");
    test.clock.set("2026-05-01T06:00:00.000Z");
    expect(await suggested("ADD_FUNDS")).toBe("TOPUP-2026-05-01-001");
    expect(await suggested("WITHDRAW_FUNDS")).toBe("WD-2026-05-01-001");
    expect(await suggested("ADD_FUNDS")).toBe("TOPUP-2026-05-01-002");
  });

  it("goes on past 999", async () => {
    await test.db
      .updateTable("reference_counters")
      .set({ last: 999 })
      .where("day", "=", "2026-05-01")
      .execute();
    expect(await suggested("ADD_FUNDS")).toBe("TOPUP-2026-05-01-1000");
  });

  it("is refused to who may not move money, and for what is no direction", async () => {
    const auditor = await test.signedIn("auditor");
    expect(await suggestReference(test.desk, auditor, "ADD_FUNDS")).toEqual({
      ok: false,
      failure: { kind: "denied", permission: "operation.add-funds" },
    });
    expect(await suggestReference(test.desk, agent, "")).toMatchObject({
      ok: false,
      failure: { kind: "invalid" },
    });
  });
});
