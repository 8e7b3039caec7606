import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { connect } from "@/lib/server/db/connect";
import type { Actor, Desk } from "@/lib/server/desk";
import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { closedPort, startScriptedIssuer, tokensBody } from "@/lib/testing/issuer";
import type { Arrived, ScriptedAnswer, ScriptedIssuer } from "@/lib/testing/issuer";
import { endSession } from "@/lib/testing/sessions";

import { RefreshRequest } from "@/lib/wire/issuer";

import { tokenFor } from "./tokens";

/** An issuer whose refresh tokens work once, as documented (support/faq). */
let issuer: ScriptedIssuer;
let test: TestDesk;
let actor: Actor;
let given = 0;
let liveRefresh = new Set<string>();
let refreshAnswer: ScriptedAnswer | "cut" | null = null;
/** Whether a refresh takes its token, and its answer does not arrive. */
let isRefreshLost = false;
let loginAnswer: ScriptedAnswer | "cut" | null = null;

const MINUTE_MS = 60_000;
const NEW_SECRET = "another secret that is long enough";
const UNAVAILABLE = { ok: false, failure: { kind: "issuer-unavailable" } };
const NEVER = new Date("9999-01-01T00:00:00Z");
const calls = (path: string) => issuer.arrived.filter((request) => request.url === path).length;

function answer(request: Arrived): ScriptedAnswer | "cut" {
  if (request.url === "/auth/login") return loginAnswer ?? pair();
  if (refreshAnswer !== null) return refreshAnswer;
  const { refreshToken } = RefreshRequest.parse(JSON.parse(request.body));
  const isLive = liveRefresh.delete(refreshToken);
  if (isRefreshLost) return "cut";
  return isLive
    ? pair()
    : { status: 401, body: '{"success":false,"errors":[{"code":"TOKEN_EXPIRED"}]}' };
}

function pair(): ScriptedAnswer {
  given += 1;
  liveRefresh.add(`refresh-${given}`);
  const nowS = test.clock.now().getTime() / 1000;
  return { body: tokensBody(given, nowS + 1800, nowS + 7 * 86_400) };
}

beforeAll(async () => {
  issuer = await startScriptedIssuer(async (request) => {
    // Long enough for others to come in between, and no assertion depends on it.
    await new Promise((resolve) => setImmediate(resolve));
    return answer(request);
  });
  test = await startTestDesk(issuer.url);
});
afterAll(async () => {
  await test.close();
  await issuer.close();
});
beforeEach(async () => {
  refreshAnswer = null;
  loginAnswer = null;
  actor = await test.signedIn("agent");
});

/** The same desk as another process would have it: its own pool, its own single flight. */
function secondProcess(): { desk: Desk; close: () => Promise<void> } {
  const db = connect(test.databaseUrl, 5);
  return { desk: { ...test.desk, db }, close: () => db.destroy() };
}

async function tokenOf(desk: Desk = test.desk, refused: string | null = null): Promise<string> {
  const token = await tokenFor(desk, actor.sessionId, refused);
  if (!token.ok) throw new Error(`No token: ${JSON.stringify(token.failure)}`);
  return token.value;
}

describe("a session's token for the issuer", () => {
  it("comes from one login and is used again until shortly before its end", async () => {
    const before = calls("/auth/login");
    const first = await tokenOf();
    test.clock.advance(29 * MINUTE_MS);
    expect(await tokenOf()).toBe(first);
    test.clock.advance(MINUTE_MS);
    expect(await tokenOf()).not.toBe(first);
    expect(calls("/auth/login")).toBe(before + 1);
  });

  it("is renewed once when twenty ask at its end", async () => {
    await tokenOf();
    test.clock.advance(31 * MINUTE_MS);
    const [logins, refreshes] = [calls("/auth/login"), calls("/auth/refresh")];
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenOf()));
    expect(new Set(tokens).size).toBe(1);
    expect(calls("/auth/refresh") - refreshes).toBe(1);
    expect(calls("/auth/login") - logins).toBe(0);
  });

  it("is renewed once when twenty ask in two processes", async () => {
    await tokenOf();
    test.clock.advance(31 * MINUTE_MS);
    const refreshes = calls("/auth/refresh");
    const other = secondProcess();
    const flights = () => (globalThis.issuerTokenFlights = new Map());
    const tokens = await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        // Without a shared flight each asks for itself, as in as many processes.
        flights();
        return tokenOf(n % 2 === 0 ? test.desk : other.desk);
      }),
    );
    await other.close();
    expect(new Set(tokens).size).toBe(1);
    expect(calls("/auth/refresh") - refreshes).toBe(1);
  });

  it("is another one once the issuer has turned it away, and that is asked for once", async () => {
    const refused = await tokenOf();
    const refreshes = calls("/auth/refresh");
    const tokens = await Promise.all(Array.from({ length: 10 }, () => tokenOf(test.desk, refused)));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toBe(refused);
    expect(calls("/auth/refresh") - refreshes).toBe(1);
    expect(await tokenOf(test.desk, refused)).toBe(tokens[0]);
  });

  it("comes from a new login when the refresh token is refused", async () => {
    const first = await tokenOf();
    liveRefresh = new Set();
    test.clock.advance(31 * MINUTE_MS);
    const logins = calls("/auth/login");
    expect(await tokenOf()).not.toBe(first);
    expect(calls("/auth/login") - logins).toBe(1);
  });

  it("comes from a new login when the answer to a refresh was lost: the token has been used up", async () => {
    await tokenOf();
    test.clock.advance(31 * MINUTE_MS);
    isRefreshLost = true;
    expect(await tokenFor(test.desk, actor.sessionId)).toEqual(UNAVAILABLE);
    isRefreshLost = false;
    const [logins, refreshes] = [calls("/auth/login"), calls("/auth/refresh")];
    await tokenOf();
    expect(calls("/auth/refresh") - refreshes).toBe(1);
    expect(calls("/auth/login") - logins).toBe(1);
  });

  it("comes from a new login when the refresh token has ended", async () => {
    await tokenOf();
    // No session is as old; the desk's own token is.
    await test.db.updateTable("sessions").set({ expires_at: NEVER }).execute();
    test.clock.advance(8 * 24 * 60 * MINUTE_MS);
    const [logins, refreshes] = [calls("/auth/login"), calls("/auth/refresh")];
    await tokenOf();
    expect(calls("/auth/login") - logins).toBe(1);
    expect(calls("/auth/refresh") - refreshes).toBe(0);
  });

  it.each([
    ["is cut", "cut" as const],
    ["answers 503", { status: 503, body: "" }],
    ["answers 429", { status: 429, body: "" }],
  ])(
    "stays stored when the issuer %s during a renewal, and is renewed when it is back",
    async (_, reply) => {
      await tokenOf();
      test.clock.advance(31 * MINUTE_MS);
      const logins = calls("/auth/login");
      refreshAnswer = reply;
      expect(await tokenFor(test.desk, actor.sessionId)).toEqual(UNAVAILABLE);
      // Nobody is signed out by it.
      const session = await test.db
        .selectFrom("sessions")
        .select("ended_at")
        .where("id", "=", actor.sessionId)
        .executeTakeFirst();
      expect(session).toEqual({ ended_at: null });
      refreshAnswer = null;
      await tokenOf();
      expect(calls("/auth/login") - logins).toBe(0);
    },
  );

  it("is none while the issuer cannot be reached at all", async () => {
    const desk = {
      ...test.desk,
      issuer: { ...test.desk.issuer, url: `http://127.0.0.1:${await closedPort()}` },
    };
    expect(await tokenFor(desk, actor.sessionId)).toEqual(UNAVAILABLE);
    await tokenOf();
  });

  it("is none when the issuer refuses the merchant, and says why", async () => {
    loginAnswer = {
      status: 401,
      body: '{"success":false,"errors":[{"code":"7003","message":"Who?"}]}',
    };
    expect(await tokenFor(test.desk, actor.sessionId)).toEqual({
      ok: false,
      failure: { kind: "issuer-refused", code: "7003", message: "Who?" },
    });
  });

  it("is none when a login answers success without tokens", async () => {
    loginAnswer = { body: '{"success":true,"data":{"accessToken":"a"}}' };
    expect(await tokenFor(test.desk, actor.sessionId)).toMatchObject({
      ok: false,
      failure: { kind: "issuer-refused" },
    });
  });

  it("is not readable in the database, and does not open in another session's row", async () => {
    const token = await tokenOf();
    const row = await test.db
      .selectFrom("issuer_tokens")
      .selectAll()
      .where("session_id", "=", actor.sessionId)
      .executeTakeFirstOrThrow();
    expect(row.sealed?.toString("latin1")).not.toContain(token);
    const thief = await test.signedIn("agent");
    await test.db
      .insertInto("issuer_tokens")
      .values({ ...row, session_id: thief.sessionId })
      .execute();
    const logins = calls("/auth/login");
    const stolen = await tokenFor(test.desk, thief.sessionId);
    expect(stolen.ok && stolen.value).not.toBe(token);
    expect(calls("/auth/login") - logins).toBe(1);
  });

  it("comes from a new login when the secret that sealed it is gone", async () => {
    const first = await tokenOf();
    const logins = calls("/auth/login");
    const desk = { ...test.desk, sealingSecrets: [NEW_SECRET] };
    expect(await tokenOf(desk)).not.toBe(first);
    expect(calls("/auth/login") - logins).toBe(1);
  });

  it("still opens under a new secret before the old one, and no login is needed", async () => {
    const first = await tokenOf();
    const desk = { ...test.desk, sealingSecrets: [NEW_SECRET, ...test.desk.sealingSecrets] };
    expect(await tokenOf(desk)).toBe(first);
  });

  it("is taken over from a renewer that died with the lease", async () => {
    await tokenOf();
    test.clock.advance(31 * MINUTE_MS);
    await test.db
      .updateTable("issuer_tokens")
      .set({ leased_until: sql<Date>`clock_timestamp() - interval '1 millisecond'` })
      .where("session_id", "=", actor.sessionId)
      .execute();
    expect(await tokenOf()).toMatch(/^access-/);
  });

  it("is forgotten when the session ends", async () => {
    await tokenOf();
    await endSession(test.desk, actor.sessionId);
    const rows = await test.db
      .selectFrom("issuer_tokens")
      .selectAll()
      .where("session_id", "=", actor.sessionId)
      .execute();
    expect(rows).toEqual([]);
  });
});
