import { expect, test } from "vitest";

import { channelForm, startTestDesk, submission } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { endLeases } from "@/lib/testing/looks";
import { FAR_FUTURE_S, startScriptedIssuer, tokensBody } from "@/lib/testing/issuer";

import { markAbandoned } from "./mark-abandoned";
import { submitOperation } from "./submit-operation";

/** Refuses the first token with 401, and lets something happen while the sender waits for another. */
async function issuerThatMakesWait(meanwhile: () => Promise<void>) {
  let logins = 0;
  return startScriptedIssuer(async ({ url, headers }) => {
    if (url.startsWith("/auth/")) {
      logins += 1;
      if (logins === 2) await meanwhile();
      return { body: tokensBody(logins, FAR_FUTURE_S, FAR_FUTURE_S) };
    }
    if (headers.authorization === "Bearer access-1") return { status: 401, body: "{}" };
    return { body: JSON.stringify({ success: true, data: {} }) };
  });
}

async function submitWhile(meanwhile: (started: TestDesk) => Promise<void>) {
  const held: { started?: TestDesk } = {};
  const issuer = await issuerThatMakesWait(async () => {
    if (held.started !== undefined) await meanwhile(held.started);
  });
  const started = await startTestDesk(issuer.url);
  held.started = started;
  try {
    const agent = await started.signedIn("agent");
    const result = await submitOperation(started.desk, agent, submission(channelForm()));
    const sent = issuer.arrived.filter(({ url }) => url.includes("/funds"));
    return { result, sendCount: sent.length };
  } finally {
    await started.close();
    await issuer.close();
  }
}

test("a sender that was given up for gone while it waited for a token sends nothing more", async () => {
  const { result, sendCount } = await submitWhile(async ({ desk, db }) => {
    await endLeases(db);
    expect(await markAbandoned(desk)).toBe(1);
  });
  expect(sendCount).toBe(1);
  expect(result).toMatchObject({ ok: true, value: { status: "refused" } });
});

test("a sender that still has its operation sends it with the new token", async () => {
  const { result, sendCount } = await submitWhile(() => Promise.resolve());
  expect(sendCount).toBe(2);
  expect(result).toMatchObject({ ok: true, value: { status: "applied" } });
});
