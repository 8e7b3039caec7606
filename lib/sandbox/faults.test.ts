import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { type Fault, FEED_SENTINELS, SENTINELS } from "./sentinels";
import {
  bodyOf,
  createDatabase,
  fieldsOf,
  type Reply,
  startTestSandbox,
  type TestDatabase,
  type TestSandbox,
} from "./testing";

let database: TestDatabase;
let sandbox: TestSandbox;
let token: string;

beforeAll(async () => {
  database = await createDatabase();
  sandbox = await startTestSandbox(database);
});
beforeEach(async () => {
  ({ accessToken: token } = await sandbox.login());
});
afterAll(async () => {
  await sandbox.close();
  await database.drop();
});

/** What a caller sees: the answer, or that there was none. */
type Seen = Reply | "cut";

async function see(reply: Promise<Reply>): Promise<Seen> {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof TypeError && error.message === "fetch failed") return "cut";
    throw error;
  }
}

async function movementsWith(reference: string): Promise<number> {
  const [row] = await database.query(
    "SELECT count(*)::int AS n FROM sandbox.transfer WHERE reference = $1",
    [reference],
  );
  return Number(row?.["n"]);
}

function summary(seen: Seen): string {
  if (seen === "cut") return "cut";
  const type = seen.headers.get("content-type")?.split(";")[0];
  try {
    const data = seen.json["data"] === undefined ? "no data" : "data";
    return [seen.status, type, ...seen.codes, ...(seen.status < 300 ? [data] : [])].join(" ");
  } catch {
    return `${seen.status} ${type} not JSON`;
  }
}

/** What each fault looks like, and how many movements it leaves. */
const EXPECTED: Record<Fault, readonly [string, number]> = {
  "answer late": ["200 application/json data", 1],
  "apply late": ["200 application/json data", 1],
  "504 late": ["504 application/json", 0],
  "cut after": ["cut", 1],
  "cut before": ["cut", 0],
  "cut once": ["cut", 0],
  "500 after": ["500 application/json", 1],
  "502 page": ["502 text/html not JSON", 0],
  "503": ["503 application/json", 0],
  "429": ["429 application/json", 0],
  "no json after": ["200 application/json not JSON", 1],
  "no json before": ["200 application/json not JSON", 0],
  "no data after": ["200 application/json no data", 1],
  "7303 at 500": ["500 application/json 7303", 0],
  "401 once": ["401 application/json TOKEN_EXPIRED", 0],
};

describe.each(SENTINELS)("$text", ({ text, cents, fault }) => {
  const [answer, movements] = EXPECTED[fault];

  test.each(["POST", "PUT"] as const)("in a reference of %s", async (method) => {
    const reference = `WD-2026-04-18-${method}-${text.toLowerCase()}`;
    const body = bodyOf(method, { reference: JSON.stringify(reference) });
    const seen = await see(sandbox.call(method, "/cards/12345/funds", { token, body }));
    expect(summary(seen)).toBe(answer);
    expect(await movementsWith(reference)).toBe(movements);
  });

  test("as an amount", async () => {
    const reference = `AMOUNT-${cents}`;
    const body = bodyOf("PUT", {
      reference: JSON.stringify(reference),
      amount: `1666.${cents}`,
    });
    const seen = await see(sandbox.call("PUT", "/cards/12345/funds", { token, body }));
    expect(summary(seen)).toBe(answer);
    expect(await movementsWith(reference)).toBe(movements);
  });
});

describe("a sentinel", () => {
  test("that hides an applied operation does not hide a refusal", async () => {
    const body = bodyOf("PUT", {
      reference: '"REFUSED-SBX-DROP-AFTER"',
      operation: '"WITHDRAW_FUNDS"',
    });
    const reply = await sandbox.call("PUT", "/cards/12352/funds", { token, body });
    expect(reply.codes).toEqual(["7303"]);
  });

  test("does not come before the form is checked", async () => {
    const body = bodyOf("PUT", { reference: '"BAD-SBX-DROP-BEFORE"', amount: "0" });
    const reply = await sandbox.call("PUT", "/cards/12345/funds", { token, body });
    expect(reply.codes).toEqual(["7001"]);
  });

  test("of too many calls says when to come again", async () => {
    const body = bodyOf("PUT", { reference: '"AGAIN-SBX-429"' });
    const reply = await sandbox.call("PUT", "/cards/12345/funds", { token, body });
    expect(reply.headers.get("retry-after")).toBe("1");
  });

  test("of the ended token lets the same call pass after a refresh, and only then", async () => {
    const session = await sandbox.login();
    const body = bodyOf("POST", { reference: '"TOPUP-SBX-401-again"' });
    const send = (bearer: string) =>
      sandbox.call("POST", "/cards/12345/funds", { token: bearer, body });
    expect((await send(session.accessToken)).status).toBe(401);
    expect((await send(session.accessToken)).status).toBe(401);
    const reply = await sandbox.call("POST", "/auth/refresh", {
      body: JSON.stringify({ refreshToken: session.refreshToken }),
    });
    expect((await send(String(fieldsOf(reply.data)["accessToken"]))).status).toBe(200);
    expect(await movementsWith("TOPUP-SBX-401-again")).toBe(1);
  });
});

test("a connection that is cut once passes the second time, for whoever sends it", async () => {
  const body = bodyOf("PUT", { reference: '"TWICE-SBX-DROP-ONCE"' });
  const call = async (bearer: string) =>
    see(sandbox.call("PUT", "/cards/12345/funds", { token: bearer, body }));
  expect(await call(token)).toBe("cut");
  expect(await movementsWith("TWICE-SBX-DROP-ONCE")).toBe(0);
  const { accessToken: another } = await sandbox.login();
  expect(summary(await call(another))).toBe("200 application/json data");
  expect(await movementsWith("TWICE-SBX-DROP-ONCE")).toBe(1);
});

describe("a slow answer", () => {
  test("holds neither the card nor the end of the server", async () => {
    const slow = await startTestSandbox(database, { slowAnswerMs: 3_600_000 });
    const call = (reference: string) =>
      slow.call("PUT", "/cards/12346/funds", {
        token,
        body: bodyOf("PUT", { reference: JSON.stringify(reference) }),
      });
    const waiting = [
      see(call("HOLD-SBX-SLOW")),
      see(call("HOLD-SBX-LATE")),
      see(call("SBX-STUCK")),
    ];
    expect((await call("NEXT")).status).toBe(200);
    await expect.poll(() => movementsWith("HOLD-SBX-SLOW")).toBe(1);
    await slow.close();
    expect(await Promise.all(waiting)).toEqual(["cut", "cut", "cut"]);
    expect(await movementsWith("HOLD-SBX-LATE")).toBe(0);
  });
});

describe("the months that fail", () => {
  test.each(FEED_SENTINELS)("$month/1999 $answer", async ({ month, fault }) => {
    const path = `/cards/12345/transfers/${month}/1999`;
    expect(summary(await see(sandbox.call("GET", path, { token })))).toBe(EXPECTED[fault][0]);
  });

  test("are only these: the rest of 1999 is empty", async () => {
    const reply = await sandbox.call("GET", "/cards/12345/transfers/6/1999", { token });
    expect([reply.status, reply.data]).toEqual([200, []]);
  });
});
