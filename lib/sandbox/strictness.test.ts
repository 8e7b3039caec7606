import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  bodyOf,
  createDatabase,
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
  ({ accessToken: token } = await sandbox.login());
});
afterAll(async () => {
  await sandbox.close();
  await database.drop();
});

function send(method: "POST" | "PUT", card: string, body: string): Promise<Reply> {
  return sandbox.call(method, `/cards/${card}/funds`, { token, body });
}

async function movementsOf(card: string): Promise<number> {
  const [row] = await database.query(
    "SELECT count(*)::int AS n FROM sandbox.transfer WHERE card_id = $1 AND balance_after IS NOT NULL",
    [card],
  );
  return Number(row?.["n"]);
}

describe("strictness", () => {
  const family = "👨‍👩‍👧";
  const cases: [string, "POST" | "PUT", Record<string, string | undefined>, string][] = [
    ["an unknown field", "POST", { note: '"x"' }, "7000"],
    ["observations on POST", "POST", { observations: '"x"' }, "7000"],
    ["channel on PUT", "PUT", { channel: '"WEB"' }, "7000"],
    ["description on PUT", "PUT", { description: '"x"' }, "7000"],
    ["customKeys on PUT", "PUT", { customKeys: "{}" }, "7000"],
    ["no channel on POST", "POST", { channel: undefined }, "7000"],
    ["an empty channel", "POST", { channel: '" "' }, "7000"],
    ["no reference", "PUT", { reference: undefined }, "7000"],
    ["an empty reference", "PUT", { reference: '""' }, "7000"],
    ["a blank reference", "PUT", { reference: '"  "' }, "7000"],
    ["a reference that is a number", "PUT", { reference: "7" }, "7000"],
    ["a reference with U+0000", "PUT", { reference: String.raw`"a\u0000b"` }, "7000"],
    ["half a surrogate pair", "PUT", { observations: String.raw`"\ud83d"` }, "7000"],
    ["no operation", "PUT", { operation: undefined }, "7000"],
    ["an unknown operation", "PUT", { operation: '"ADD"' }, "7000"],
    ["a description of 51 characters", "POST", { description: `"${"ñ".repeat(51)}"` }, "7000"],
    ["51 families", "POST", { description: `"${family.repeat(51)}"` }, "7000"],
    ["customKeys that are a list", "POST", { customKeys: "[]" }, "7000"],
    ["another currency", "POST", { currency: '"USD"' }, "7000"],
    ["a currency in lower case", "PUT", { currency: '"gtq"' }, "7000"],
    ["a null description", "POST", { description: "null" }, "7000"],
    ["no amount", "POST", { amount: undefined }, "7000"],
    ["an amount of zero", "POST", { amount: "0.00" }, "7001"],
    ["a negative amount", "PUT", { amount: "-1" }, "7001"],
    ["an amount in quotes", "POST", { amount: '"100.00"' }, "7002"],
    ["an amount of null", "POST", { amount: "null" }, "7002"],
    ["five decimals", "POST", { amount: "0.00001" }, "7002"],
    ["an exponent", "POST", { amount: "1e2" }, "7002"],
    ["an amount beyond the ledger", "POST", { amount: "10000000000000000" }, "7002"],
  ];
  test.each(cases)("refuses %s", async (_, method, over, code) => {
    const before = await movementsOf("12345");
    const reply = await send(method, "12345", bodyOf(method, over));
    expect([reply.status, reply.codes]).toEqual([400, [code]]);
    expect(await movementsOf("12345")).toBe(before);
  });

  test.each([
    "",
    "[]",
    '"x"',
    "{",
    '{"amount":1,"amount":2}',
    "[".repeat(60_000),
    "x".repeat(70_000),
  ])("refuses a body that is no object", async (body) => {
    const reply = await send("POST", "12345", body);
    expect([reply.status, reply.codes]).toEqual([400, ["7000"]]);
  });

  test("refuses a body that is not sent as JSON", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = bodyOf("POST");
    const reply = await sandbox.call("POST", "/cards/12345/funds", { token, body, headers });
    expect(reply.codes).toEqual(["7000"]);
  });

  test("takes 50 characters as a person counts them", async () => {
    const description = JSON.stringify("👨‍👩‍👧".repeat(25) + "é".normalize("NFD").repeat(25));
    const body = bodyOf("POST", { description, customKeys: '{"a":{"b":[1.10]}}' });
    expect((await send("POST", "12345", body)).status).toBe(200);
  });

  test.each([
    ["12350", "7213", 400],
    ["12351", "7213", 400],
    ["99999", "7200", 404],
    ["abc", "7000", 400],
    ["012345", "7000", 400],
  ])("card %s answers %s", async (card, code, status) => {
    const reply = await send("PUT", card, bodyOf("PUT"));
    expect([reply.status, reply.codes]).toEqual([status, [code]]);
  });

  test.each([
    ["GET", "/nowhere"],
    ["DELETE", "/cards/12345/funds"],
    ["PATCH", "/cards/12345"],
    ["GET", "/cards/12345/funds"],
    ["GET", "/cards/12345/transfers/4"],
    ["GET", "/rest"],
  ])("%s %s is no route", async (method, path) => {
    const reply = await sandbox.call(method, path, { token });
    expect([reply.status, reply.codes]).toEqual([404, ["7010"]]);
    expect(reply.text).toContain("Not found, verify endpoint");
  });
});
