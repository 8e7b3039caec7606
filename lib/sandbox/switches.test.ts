import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import type { StartOptions } from "./server";
import {
  bodyOf,
  createDatabase,
  fieldsOf,
  type Reply,
  startTestSandbox,
  type TestDatabase,
  type TestSandbox,
} from "./testing";

const NOW = new Date("2026-11-22T15:30:00.000Z");

let database: TestDatabase;
let sandbox: TestSandbox;
let token: string;

beforeAll(async () => {
  database = await createDatabase();
});
afterEach(() => sandbox.close());
afterAll(() => database.drop());

async function start(switches: Partial<StartOptions> = {}): Promise<void> {
  sandbox = await startTestSandbox(database, { now: () => NOW, ...switches });
  ({ accessToken: token } = await sandbox.login());
}

function put(over: Record<string, string | undefined>, card = "12345"): Promise<Reply> {
  return sandbox.call("PUT", `/cards/${card}/funds`, { token, body: bodyOf("PUT", over) });
}

function month(path: string): Promise<Reply> {
  return sandbox.call("GET", `/cards/${path}`, { token });
}

const OVERDRAW = { operation: '"WITHDRAW_FUNDS"', amount: "999999.00" };

describe("the envelopes", () => {
  test("health is the documented one, without a token", async () => {
    await start();
    const reply = await sandbox.call("GET", "/health");
    expect([reply.status, reply.text]).toEqual([
      200,
      '{"statusCode":200,"message":"ok","data":{}}',
    ]);
  });

  test("B by default: success with data, errors with codes", async () => {
    await start();
    const good = await month("12345");
    expect(Object.keys(good.json)).toEqual(["success", "message", "data"]);
    expect(good.json["success"]).toBe(true);
    const bad = await put(OVERDRAW);
    expect(Object.keys(bad.json)).toEqual(["success", "message", "errors"]);
    expect(bad.json["success"]).toBe(false);
  });

  test("A by its switch, for the feed too", async () => {
    await start({ envelope: "A" });
    const good = await month("12345/transfers/10/2026");
    expect(Object.keys(good.json)).toEqual(["statusCode", "message", "data"]);
    const bad = await put(OVERDRAW);
    expect(String(bad.json["statusCode"])).toBe("400");
    expect(bad.codes).toEqual(["7303"]);
  });
});

describe("a reference that was used", () => {
  const over = { reference: '"TWICE"', amount: "5.00" };

  test("moves money again by default", async () => {
    await start();
    const first = fieldsOf((await put(over)).data);
    const second = fieldsOf((await put(over)).data);
    expect(second["id"]).not.toBe(first["id"]);
    expect([first["balance"], second["balance"]]).toEqual(["2505.00", "2510.00"]);
  });

  test("is refused with 7006 by its switch, also beside itself", async () => {
    await start({ duplicateReference: "reject" });
    const reference = '"ONLY-ONCE"';
    const replies = await Promise.all(Array.from({ length: 10 }, () => put({ reference })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = replies.filter(({ status }) => status === 409);
    expect(refused.map(({ codes }) => codes)).toEqual(Array(9).fill(["7006"]));
  });

  test("is answered again by its switch, and refused when it asks for something else", async () => {
    await start({ duplicateReference: "replay" });
    const first = await put({ reference: '"REPLAY"', amount: "5.00" });
    await put({ amount: "1.00" });
    expect((await put({ reference: '"REPLAY"', amount: "5.00" })).data).toEqual(first.data);
    expect((await put({ reference: '"REPLAY"', amount: "6.00" })).codes).toEqual(["7006"]);
  });
});

describe("the feed", () => {
  test("is newest first, and a page object by its switch", async () => {
    await start();
    const all = (await month("12345/transfers/10/2026")).data;
    if (!Array.isArray(all)) throw new TypeError("The feed is no array.");
    const moments = all.map((row: unknown) => Date.parse(String(fieldsOf(row)["createdAt"])));
    expect(moments.length).toBeGreaterThan(5);
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
    await sandbox.close();

    await start({ feedShape: "page" });
    expect((await month("12345/transfers/10/2026")).data).toEqual({
      items: all,
      page: "1",
      limit: String(all.length),
      total: String(all.length),
    });
    expect((await month("12345/transfers/10/2026?page=2&limit=2")).data).toMatchObject({
      items: all.slice(2, 4),
      page: "2",
      total: String(all.length),
    });
    expect((await month("12345/transfers/10/2026?page=0")).codes).toEqual(["7000"]);
  });

  test("is cut into pages by its switch", async () => {
    await start({ feedShape: "page", feedPageLimit: 3 });
    const { items } = fieldsOf((await month("12345/transfers/10/2026")).data);
    expect(items).toHaveLength(3);
  });

  test("leaves the reference out by its switch", async () => {
    await start({ feedReference: "without" });
    const reply = await month("12345/transfers/10/2026");
    expect(reply.text).not.toContain("reference");
    expect(reply.text).toContain("observations");
  });

  test("starts its months where the switch says", async () => {
    const dinners = async () =>
      (await month("12347/transfers/9/2026")).text.match(/Cena de fin de mes[^}]*/g);
    await start();
    expect((await dinners())?.join()).toContain("2026-09-01T02:30:00");
    await sandbox.close();
    await start({ monthZone: "America/Guatemala" });
    expect((await dinners())?.join()).toContain("2026-10-01T02:30:00");
  });

  test("writes any text so that it is read as it was sent", async () => {
    await start();
    const observations = `"quotes", \\ back, \n line, \u0001, é, 👨‍👩‍👧, </script>`;
    await put({ reference: '"TEXT \\" 1"', observations: JSON.stringify(observations) }, "12357");
    const { data } = await month("12357/transfers/11/2026");
    expect(data).toContainEqual(expect.objectContaining({ observations, reference: 'TEXT " 1' }));
  });

  test("shows the smallest and the largest amount digit by digit", async () => {
    await start();
    await put({ reference: '"SMALL"', amount: "0.0001" }, "12346");
    await put({ reference: '"LARGE"', amount: "999999999999.9999" }, "12346");
    const { text } = await month("12346/transfers/11/2026");
    expect(text).toContain('"amount":0.0001,');
    expect(text).toContain('"amount":999999999999.9999,');
  });

  test.each([
    ["12345/transfers/0/2026", 400, ["7000"]],
    ["12345/transfers/13/2026", 400, ["7000"]],
    ["12345/transfers/abril/2026", 400, ["7000"]],
    ["12345/transfers/4/26", 400, ["7000"]],
    ["99999/transfers/4/2026", 404, ["7200"]],
    ["12345/transfers/4/2030", 200, []],
    ["12345/transfers/04/2026", 200, []],
    ["12350/transfers/10/2026", 200, []],
  ])("answers %s with %s", async (path, status, codes) => {
    await start();
    const reply = await month(path);
    expect([reply.status, reply.codes]).toEqual([status, codes]);
  });
});

describe("the other switches", () => {
  test("a card is read by default and is no route when that is off", async () => {
    await start();
    expect((await month("12348")).data).toEqual({
      cardId: "12348",
      maskedPan: "528209******2348",
      holder: "Carlos Méndez",
      status: "ACTIVE",
      currency: "USD",
      balance: "1234.56",
    });
    expect((await month("99999")).codes).toEqual(["7200"]);
    await sandbox.close();
    await start({ cardReading: "off" });
    expect((await month("12348")).codes).toEqual(["7010"]);
  });

  test("x-application-id is asked for on POST alone when it is required", async () => {
    await start({ applicationId: "required" });
    const path = "/cards/12345/funds";
    const without = await sandbox.call("POST", path, { token, body: bodyOf("POST") });
    expect(without.codes).toEqual(["7000"]);
    const headers = { "x-application-id": "sandbox-desk" };
    const given = await sandbox.call("POST", path, { token, headers, body: bodyOf("POST") });
    expect(given.status).toBe(200);
    expect((await put({})).status).toBe(200);
  });

  test("7303 and a success come at the statuses that are set", async () => {
    await start({ insufficientFundsStatus: 422, fundsStatus: 201 });
    expect((await put(OVERDRAW)).status).toBe(422);
    expect((await put({})).status).toBe(201);
  });

  test("tokens live as long as is set", async () => {
    await start({ accessTokenSeconds: 60 });
    const [row] = await database.query(
      "SELECT count(*)::int AS n FROM sandbox.token WHERE kind = 'access' AND expires_at = $1",
      [new Date(NOW.getTime() + 60_000)],
    );
    expect(row).toEqual({ n: 1 });
  });

  test("a port that is taken stops the start", async () => {
    await start();
    const port = Number(new URL(sandbox.url).port);
    await expect(startTestSandbox(database, { port })).rejects.toThrow(/EADDRINUSE/);
  });
});
