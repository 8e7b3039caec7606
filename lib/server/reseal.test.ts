import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, it } from "vitest";

import type { Actor } from "@/lib/server/desk";
import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { FAR_FUTURE_S, startScriptedIssuer, tokensBody } from "@/lib/testing/issuer";
import type { ScriptedIssuer } from "@/lib/testing/issuer";

import { tokenFor } from "./issuer/tokens";
import { resealAll } from "./reseal";
import { seal, unseal } from "./seal";
import type { SealPurpose } from "./seal";

const [OLD, NEW] = ["the old secret, thirty-two and more", "the new secret, thirty-two and more"];

let issuer: ScriptedIssuer;
let test: TestDesk;
let actor: Actor;

beforeAll(async () => {
  issuer = await startScriptedIssuer(() => ({ body: tokensBody(1, FAR_FUTURE_S, FAR_FUTURE_S) }));
  test = await startTestDesk(issuer.url);
  actor = await test.signedIn("agent");
});
afterAll(async () => {
  await test.close();
  await issuer.close();
});

async function keepSecondFactor(text: string, secret: string): Promise<void> {
  const sealed = seal(text, { purpose: "second factor", secrets: [secret] }, actor.operator.id);
  await test.db
    .updateTable("operators")
    .set({ totp_key_id: sealed.keyId, totp_sealed: sealed.bytes })
    .where("id", "=", actor.operator.id)
    .execute();
}

async function keepIdToken(text: string, secret: string): Promise<void> {
  const sealed = seal(text, { purpose: "id token", secrets: [secret] }, actor.sessionId);
  await test.db
    .updateTable("sessions")
    .set({ id_token_key_id: sealed.keyId, id_token_sealed: sealed.bytes })
    .where("id", "=", actor.sessionId)
    .execute();
}

/** What the row holds, to whoever has only the new secret. */
async function secondFactor(): Promise<string | null> {
  const row = await test.db
    .selectFrom("operators")
    .select(["totp_key_id", "totp_sealed"])
    .where("id", "=", actor.operator.id)
    .executeTakeFirstOrThrow();
  return opened("second factor", row.totp_key_id, row.totp_sealed, actor.operator.id);
}

async function idToken(): Promise<string | null> {
  const row = await test.db
    .selectFrom("sessions")
    .select(["id_token_key_id", "id_token_sealed"])
    .where("id", "=", actor.sessionId)
    .executeTakeFirstOrThrow();
  return opened("id token", row.id_token_key_id, row.id_token_sealed, actor.sessionId);
}

function opened(purpose: SealPurpose, keyId: string | null, bytes: Buffer | null, row: string) {
  if (keyId === null || bytes === null) return null;
  return unseal({ keyId, bytes }, { purpose, secrets: [NEW] }, row);
}

it("everything that is sealed is sealed anew, and the old secret can go", async () => {
  const token = await tokenFor({ ...test.desk, sealingSecrets: [OLD] }, actor.sessionId);
  await keepSecondFactor("JBSWY3DPEHPK3PXP", OLD);
  await keepIdToken("a.b.c", OLD);
  const one = { anew: 1, current: 0, unreadable: 0 };
  expect(await resealAll(test.db, [NEW, OLD])).toEqual([
    { purpose: "issuer tokens", ...one },
    { purpose: "second factor", ...one },
    { purpose: "id token", ...one },
  ]);

  expect(await secondFactor()).toBe("JBSWY3DPEHPK3PXP");
  expect(await idToken()).toBe("a.b.c");
  const calls = issuer.arrived.length;
  const withNewOnly = { ...test.desk, sealingSecrets: [NEW] };
  expect(await tokenFor(withNewOnly, actor.sessionId)).toEqual(token);
  expect(issuer.arrived).toHaveLength(calls);

  const none = { anew: 0, current: 1, unreadable: 0 };
  expect(await resealAll(test.db, [NEW, OLD])).toEqual([
    { purpose: "issuer tokens", ...none },
    { purpose: "second factor", ...none },
    { purpose: "id token", ...none },
  ]);
});

it("what none of the secrets opens is counted and left as it is", async () => {
  await keepSecondFactor("JBSWY3DPEHPK3PXP", "a secret that nobody remembers, alas");
  const before = await test.db
    .selectFrom("operators")
    .select("totp_sealed")
    .where("id", "=", actor.operator.id)
    .executeTakeFirstOrThrow();
  const [, factors] = await resealAll(test.db, [NEW, OLD]);
  expect(factors).toEqual({ purpose: "second factor", anew: 0, current: 0, unreadable: 1 });
  const after = await test.db
    .selectFrom("operators")
    .select("totp_sealed")
    .where("id", "=", actor.operator.id)
    .executeTakeFirstOrThrow();
  expect(after).toEqual(before);
});

it("more than one portion is sealed anew, each once", async () => {
  const rows = Array.from({ length: 600 }, () => randomUUID());
  const now = test.clock.now();
  await test.db
    .insertInto("sessions")
    .values(
      rows.map((id) => {
        const sealed = seal("t", { purpose: "id token", secrets: [OLD] }, id);
        return {
          id,
          operator_id: actor.operator.id,
          created_at: now,
          expires_at: now,
          last_seen_at: now,
          proven_at: now,
          id_token_key_id: sealed.keyId,
          id_token_sealed: sealed.bytes,
        };
      }),
    )
    .execute();
  const [, , tokens] = await resealAll(test.db, [NEW, OLD]);
  expect(tokens).toEqual({ purpose: "id token", anew: 600, current: 1, unreadable: 0 });
});
