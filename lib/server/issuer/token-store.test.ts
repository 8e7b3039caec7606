import { randomUUID } from "node:crypto";

import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { SessionId } from "@/lib/domain/ids";
import type { Actor } from "@/lib/server/desk";
import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { closedPort, FAR_FUTURE_S, startScriptedIssuer, tokensBody } from "@/lib/testing/issuer";
import type { Arrived, ScriptedAnswer, ScriptedIssuer } from "@/lib/testing/issuer";
import { endSession } from "@/lib/testing/sessions";

import { SERVICE_SESSION } from "./service-session";
import { storePair, sweepTokens, takeTurn } from "./token-store";
import { tokenFor, warmToken } from "./tokens";

let issuer: ScriptedIssuer;
let test: TestDesk;
let actor: Actor;
/** What happens at the issuer before it answers a login. */
let duringLogin: () => Promise<void> = async () => {};
let given = 0;

async function answer({ url }: Arrived): Promise<ScriptedAnswer> {
  if (url === "/auth/login") await duringLogin();
  given += 1;
  return { body: tokensBody(given, FAR_FUTURE_S, FAR_FUTURE_S) };
}

beforeAll(async () => {
  issuer = await startScriptedIssuer(answer);
  test = await startTestDesk(issuer.url);
});
afterAll(async () => {
  await test.close();
  await issuer.close();
});
beforeEach(async () => {
  duringLogin = async () => {};
  actor = await test.signedIn("agent");
});

async function rowsOf(sessionId: SessionId) {
  return test.db
    .selectFrom("issuer_tokens")
    .select("session_id")
    .where("session_id", "=", sessionId)
    .execute();
}

const SIGNED_OUT = { ok: false, failure: { kind: "signed-out" } };

describe("no token is asked for", () => {
  it.each([
    ["is unknown", async () => SessionId.parse(randomUUID())],
    [
      "has ended",
      async () => {
        await endSession(test.desk, actor.sessionId);
        return actor.sessionId;
      },
    ],
    [
      "has expired",
      async () => {
        const until = new Date(test.clock.now().getTime() - 1);
        await test.db
          .updateTable("sessions")
          .set({ expires_at: until })
          .where("id", "=", actor.sessionId)
          .execute();
        return actor.sessionId;
      },
    ],
  ])("for a session that %s, and none is kept", async (_, closedSession) => {
    const sessionId = await closedSession();
    const calls = issuer.arrived.length;
    expect(await tokenFor(test.desk, sessionId)).toEqual(SIGNED_OUT);
    expect(issuer.arrived).toHaveLength(calls);
    expect(await rowsOf(sessionId)).toEqual([]);
  });
});

describe("a session that ends while its token is on the way", () => {
  it("keeps none", async () => {
    duringLogin = () => endSession(test.desk, actor.sessionId);
    await tokenFor(test.desk, actor.sessionId);
    expect(await rowsOf(actor.sessionId)).toEqual([]);
  });

  it("is waited for by whoever wants a turn, who then gets none", async () => {
    const turn = await test.db.transaction().execute(async (tx) => {
      await tx
        .updateTable("sessions")
        .set({ ended_at: test.clock.now() })
        .where("id", "=", actor.sessionId)
        .execute();
      // Asked for before the end is committed: it must not see the session as it was.
      const asked = takeTurn(test.desk, actor.sessionId);
      await isWaitedForByOne();
      return { asked };
    });
    expect(await turn.asked).toEqual({ kind: "closed" });
    expect(await rowsOf(actor.sessionId)).toEqual([]);
  });
});

/** Waits until a statement waits for a lock in this database. */
async function isWaitedForByOne(): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await sql<{ waiting: bigint }>`select count(*) as waiting
        from pg_stat_activity where datname = current_database()
          and wait_event_type = 'Lock'`.execute(test.db);
      return Number(rows[0]?.waiting ?? 0);
    })
    .toBe(1);
}

describe("a turn to renew", () => {
  it("is one's alone until it is over", async () => {
    const mine = await takeTurn(test.desk, actor.sessionId);
    expect(mine.kind).toBe("mine");
    expect(await takeTurn(test.desk, actor.sessionId)).toEqual({ kind: "held" });
    await test.db
      .updateTable("issuer_tokens")
      .set({ leased_until: sql<Date>`clock_timestamp() - interval '1 millisecond'` })
      .execute();
    const next = await takeTurn(test.desk, actor.sessionId);
    expect(next.kind).toBe("mine");

    // The first one wakes up, and must not put its pair in the place of the next one's.
    const pair = { accessExpiresAtMs: 0, refreshExpiresAtMs: 0 };
    if (mine.kind !== "mine" || next.kind !== "mine") throw new Error("Both had a turn.");
    await storePair(test.desk, actor.sessionId, next.until, {
      ...pair,
      accessToken: "newer",
      refreshToken: "newer",
    });
    const before = await sealedOf(actor.sessionId);
    await storePair(test.desk, actor.sessionId, mine.until, {
      ...pair,
      accessToken: "older",
      refreshToken: "older",
    });
    expect(await sealedOf(actor.sessionId)).toEqual(before);
  });

  it("is given to the desk itself, which has no session", async () => {
    expect((await takeTurn(test.desk, SERVICE_SESSION)).kind).toBe("mine");
  });
});

async function sealedOf(sessionId: SessionId): Promise<Buffer | null> {
  const row = await test.db
    .selectFrom("issuer_tokens")
    .select("sealed")
    .where("session_id", "=", sessionId)
    .executeTakeFirstOrThrow();
  return row.sealed;
}

describe("after sign-in", () => {
  it("the token is obtained before anybody needs it", async () => {
    await warmToken(test.desk, actor.sessionId);
    const calls = issuer.arrived.length;
    expect((await tokenFor(test.desk, actor.sessionId)).ok).toBe(true);
    expect(issuer.arrived).toHaveLength(calls);
  });

  it("an issuer that is down hinders nothing, and is asked again later", async () => {
    const url = `http://127.0.0.1:${await closedPort()}`;
    const desk = { ...test.desk, issuer: { ...test.desk.issuer, url } };
    await expect(warmToken(desk, actor.sessionId)).resolves.toBeUndefined();
    expect((await tokenFor(test.desk, actor.sessionId)).ok).toBe(true);
  });
});

it("the tokens of sessions that are over are swept, and no others", async () => {
  await test.db.deleteFrom("issuer_tokens").execute();
  const [expired, ended, open] = [
    await test.signedIn("agent"),
    await test.signedIn("agent"),
    await test.signedIn("agent"),
  ];
  for (const one of [expired, ended, open]) await tokenFor(test.desk, one.sessionId);
  await takeTurn(test.desk, SERVICE_SESSION);
  await test.db
    .updateTable("sessions")
    .set({ expires_at: test.clock.now() })
    .where("id", "=", expired.sessionId)
    .execute();
  // As when the process died between the two statements of an end.
  await test.db
    .updateTable("sessions")
    .set({ ended_at: test.clock.now() })
    .where("id", "=", ended.sessionId)
    .execute();
  expect(await sweepTokens(test.desk)).toBe(2);
  const left = await test.db.selectFrom("issuer_tokens").select("session_id").execute();
  expect(left.map((row) => row.session_id).toSorted()).toEqual(
    [SERVICE_SESSION, open.sessionId].toSorted(),
  );
  expect(await sweepTokens(test.desk)).toBe(0);
});
