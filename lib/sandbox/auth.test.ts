import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  createDatabase,
  fieldsOf,
  MERCHANT,
  type Reply,
  signatureOf,
  startTestSandbox,
  type TestDatabase,
  type TestSandbox,
} from "./testing";

let database: TestDatabase;
let sandbox: TestSandbox;
let time = Date.parse("2026-11-22T15:30:00.000Z");

beforeAll(async () => {
  database = await createDatabase();
  sandbox = await startTestSandbox(database, { now: () => new Date(time) });
});
afterAll(async () => {
  await sandbox.close();
  await database.drop();
});

function logIn(merchant: string, signature: string): Promise<Reply> {
  return sandbox.call("POST", "/auth/login", { body: JSON.stringify({ merchant, signature }) });
}

function refresh(refreshToken: unknown): Promise<Reply> {
  return sandbox.call("POST", "/auth/refresh", { body: JSON.stringify({ refreshToken }) });
}

async function statusOf(token: unknown): Promise<number> {
  return (await sandbox.call("GET", "/cards/12345", { token: String(token) })).status;
}

describe("login", () => {
  test("gives two tokens for 30 minutes and 7 days", async () => {
    const reply = await logIn(MERCHANT, signatureOf(MERCHANT));
    expect(reply.status).toBe(200);
    expect(reply.data).toMatchObject({
      expirationToken: String(time / 1000 + 1800),
      expirationRefreshToken: String(time / 1000 + 604_800),
    });
    expect(await statusOf(fieldsOf(reply.data)["accessToken"])).toBe(200);
  });

  test.each([
    ["another merchant", "somebody-else", signatureOf("somebody-else")],
    ["another merchant's signature", MERCHANT, signatureOf("somebody-else")],
    ["no signature", MERCHANT, ""],
    ["a signature that is no base64", MERCHANT, "%%%"],
  ])("refuses %s", async (_, merchant, signature) => {
    const reply = await logIn(merchant, signature);
    expect([reply.status, reply.codes]).toEqual([401, ["UNAUTHORIZED"]]);
  });

  test("refuses an unknown field", async () => {
    const body = JSON.stringify({ merchant: MERCHANT, signature: signatureOf(MERCHANT), otp: "1" });
    expect((await sandbox.call("POST", "/auth/login", { body })).status).toBe(400);
  });
});

describe("tokens", () => {
  test("nobody is let in without one or with a made-up one", async () => {
    const none = await sandbox.call("GET", "/cards/12345");
    expect([none.status, none.codes]).toEqual([401, ["UNAUTHORIZED"]]);
    const wrong = await sandbox.call("GET", "/cards/12345", { token: "made-up" });
    expect([wrong.status, wrong.codes]).toEqual([401, ["TOKEN_EXPIRED"]]);
  });

  test("a refresh token is no access token", async () => {
    const { refreshToken } = await sandbox.login();
    expect(await statusOf(refreshToken)).toBe(401);
  });

  test("an access token ends after 30 minutes, and its refresh token still works", async () => {
    const { accessToken, refreshToken } = await sandbox.login();
    time += 1_799_000;
    expect(await statusOf(accessToken)).toBe(200);
    time += 1_000;
    expect(await statusOf(accessToken)).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  test("a refresh token ends after 7 days", async () => {
    const { refreshToken } = await sandbox.login();
    time += 604_800_000;
    expect((await refresh(refreshToken)).codes).toEqual(["TOKEN_EXPIRED"]);
  });

  test("a refresh changes both tokens and ends the old access token", async () => {
    const old = await sandbox.login();
    const renewed = fieldsOf((await refresh(old.refreshToken)).data);
    expect(renewed["accessToken"]).not.toBe(old.accessToken);
    expect(renewed["refreshToken"]).not.toBe(old.refreshToken);
    expect(await statusOf(old.accessToken)).toBe(401);
    expect(await statusOf(renewed["accessToken"])).toBe(200);
  });

  test("a refresh token used twice ends the whole family", async () => {
    const old = await sandbox.login();
    const renewed = fieldsOf((await refresh(old.refreshToken)).data);
    expect((await refresh(old.refreshToken)).codes).toEqual(["TOKEN_EXPIRED"]);
    expect(await statusOf(renewed["accessToken"])).toBe(401);
    expect((await refresh(renewed["refreshToken"])).status).toBe(401);
  });

  test("of twenty refreshes at once with one token, one wins", async () => {
    const { refreshToken } = await sandbox.login();
    const replies = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("survive a restart", async () => {
    const { accessToken } = await sandbox.login();
    await sandbox.close();
    sandbox = await startTestSandbox(database, { now: () => new Date(time) });
    expect(await statusOf(accessToken)).toBe(200);
  });

  test("are not kept as they are", async () => {
    const { accessToken } = await sandbox.login();
    const rows = await database.query("SELECT 1 FROM sandbox.token WHERE hash = $1", [accessToken]);
    expect(rows).toEqual([]);
  });
});

test("logins and refreshes are counted, given and refused apart", async () => {
  const counts = async () => fieldsOf((await sandbox.call("GET", "/sandbox/counts")).data);
  const before = await counts();
  const { refreshToken } = await sandbox.login();
  await refresh(refreshToken);
  await refresh(refreshToken);
  await logIn("somebody-else", signatureOf("somebody-else"));
  const after = await counts();
  const more = Object.keys(after).map((name) => [name, Number(after[name]) - Number(before[name])]);
  expect(Object.fromEntries(more)).toEqual({
    logins: 1,
    refusedLogins: 1,
    refreshes: 1,
    refusedRefreshes: 1,
  });
});
