import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

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
  ({ accessToken: token } = await sandbox.login());
});
afterAll(async () => {
  await sandbox.close();
  await database.drop();
});

function send(method: "POST" | "PUT", card: string, body: string): Promise<Reply> {
  return sandbox.call(method, `/cards/${card}/funds`, { token, body });
}

async function balanceOf(card: string): Promise<unknown> {
  return fieldsOf((await sandbox.call("GET", `/cards/${card}`, { token })).data)["balance"];
}

async function movementsOf(card: string): Promise<number> {
  const [row] = await database.query(
    "SELECT count(*)::int AS n FROM sandbox.transfer WHERE card_id = $1 AND balance_after IS NOT NULL",
    [card],
  );
  return Number(row?.["n"]);
}

describe("the issuer's own examples", () => {
  test("work word for word, with and without /rest", async () => {
    const load = `{
"amount": 100.00,
"operation": "ADD_FUNDS",
"channel": "MOBILE",
"reference": "TOPUP-2026-04-18-001",
"currency": "GTQ",
"description": "Loyalty reward"
}`;
    const loaded = await sandbox.call("POST", "/rest/cards/12345/funds", {
      token,
      body: load,
      headers: { "x-application-id": "YOUR_APP_ID" },
    });
    expect(loaded.status).toBe(200);
    expect(loaded.data).toMatchObject({ amount: "100.00", balance: "2600.00" });

    const unload = `{
"amount": 50.00,
"operation": "WITHDRAW_FUNDS",
"reference": "WD-2026-04-18-001",
"currency": "GTQ",
"observations": "Manual adjustment"
}`;
    const unloaded = await sandbox.call("PUT", "/cards/12345/funds", { token, body: unload });
    expect(unloaded.data).toMatchObject({ amount: "50.00", balance: "2550.00" });

    const now = new Date();
    const month = `${now.getUTCMonth() + 1}/${now.getUTCFullYear()}`;
    const feed = await sandbox.call("GET", `/rest/cards/12345/transfers/${month}`, { token });
    expect(feed.text).toContain('"amount":100.00');
    expect(feed.data).toMatchObject([
      {
        type: "withdrawal",
        channel: "webService",
        movementType: "debit",
        model: "settlement",
        status: "liquidated",
        reference: "WD-2026-04-18-001",
        observations: "Manual adjustment",
      },
      {
        type: "topUp",
        movementType: "credit",
        reference: "TOPUP-2026-04-18-001",
        description: "Loyalty reward",
        currency: "GTQ",
      },
      ...(Array.isArray(feed.data) ? feed.data.slice(2) : []),
    ]);
  });
});

describe("the balance", () => {
  test("may reach zero and not go below", async () => {
    const over = { operation: '"WITHDRAW_FUNDS"', amount: "0.0001" };
    const empty = await send("PUT", "12352", bodyOf("PUT", over));
    expect([empty.status, empty.codes]).toEqual([400, ["7303"]]);
    const all = { operation: '"WITHDRAW_FUNDS"', amount: "1234.5678" };
    expect((await send("PUT", "12353", bodyOf("PUT", all))).data).toMatchObject({
      amount: "1234.5678",
      balance: "0.00",
    });
  });

  test("is exact for every amount of up to four decimals", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.bigInt({ min: 1n, max: 10n ** 16n }).filter((units) => units % 10_000_000n < 6_600_000n),
        async (units) => {
          const amount = `${units / 10_000n}.${String(units % 10_000n).padStart(4, "0")}`;
          const before = await balanceOf("12354");
          expect((await send("POST", "12354", bodyOf("POST", { amount }))).status).toBe(200);
          const back = { amount, operation: '"WITHDRAW_FUNDS"' };
          expect((await send("PUT", "12354", bodyOf("PUT", back))).status).toBe(200);
          expect(await balanceOf("12354")).toBe(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("adds 0.07 and 19.99 and 1234.5678 without a trace of floating point", async () => {
    for (const amount of ["0.07", "19.99", "1234.5678", "0.0001"]) {
      await send("POST", "12352", bodyOf("POST", { amount }));
    }
    expect(await balanceOf("12352")).toBe("1254.6279");
    await send(
      "PUT",
      "12352",
      bodyOf("PUT", { amount: "1254.6279", operation: '"WITHDRAW_FUNDS"' }),
    );
    expect(await balanceOf("12352")).toBe("0.00");
  });

  test("is refused beyond what the ledger holds", async () => {
    const over = { amount: "9999999999999999.9999" };
    expect((await send("PUT", "12345", bodyOf("PUT", over))).codes).toEqual(["7000"]);
  });

  test("shows no decimals for a currency without minor units", async () => {
    expect(await balanceOf("12349")).toBe("185000");
    const reply = await send(
      "PUT",
      "12349",
      bodyOf("PUT", { amount: "1500.00", currency: '"CLP"' }),
    );
    expect(reply.data).toMatchObject({ amount: "1500", balance: "186500", currency: "CLP" });
  });

  test("is never overdrawn by fifty withdrawals at once", async () => {
    await send("PUT", "12352", bodyOf("PUT", { amount: "100.00" }));
    const replies = await Promise.all(
      Array.from({ length: 50 }, () =>
        send("PUT", "12352", bodyOf("PUT", { amount: "7.00", operation: '"WITHDRAW_FUNDS"' })),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(14);
    expect(new Set(replies.flatMap(({ codes }) => codes))).toEqual(new Set(["7303"]));
    expect(await balanceOf("12352")).toBe("2.00");
  });

  test("is still there after the database dropped every connection", async () => {
    const before = await balanceOf("12345");
    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sandbox-issuer' AND datname = current_database()",
    );
    const status = async () => (await sandbox.call("GET", "/cards/12345", { token })).status;
    await expect.poll(status).toBe(200);
    expect(await balanceOf("12345")).toBe(before);
  });

  test("and the movements survive a restart", async () => {
    const before = [await balanceOf("12345"), await movementsOf("12345")];
    await sandbox.close();
    sandbox = await startTestSandbox(database);
    expect([await balanceOf("12345"), await movementsOf("12345")]).toEqual(before);
  });
});
