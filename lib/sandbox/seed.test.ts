import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { seedHistories } from "./seed";
import { createDatabase, startTestSandbox, type TestDatabase } from "./testing";

const TODAY = new Date("2026-11-22T15:30:00.000Z");

describe("the past that is drawn", () => {
  test("has the same ids, names, amounts and texts whatever the day", () => {
    const strip = (now: string) =>
      [...seedHistories("small", new Date(now))].map(({ card, opening, balance, movements }) => ({
        card,
        opening,
        balance,
        movements: movements.map(({ id, kind, units, description }) => [
          id,
          kind,
          units,
          description,
        ]),
      }));
    expect(strip("2026-11-22T15:30:00.000Z")).toEqual(strip("2027-03-01T00:00:05.000Z"));
  });

  test.each(["2026-11-22T15:30:00.000Z", "2027-03-01T00:00:05.000Z", "2028-02-29T23:59:59.000Z"])(
    "is in order and never in the future on %s",
    (today) => {
      const now = new Date(today);
      for (const { movements } of seedHistories("small", now)) {
        const moments = movements.map(({ atMs }) => atMs);
        expect(moments).toEqual(moments.toSorted((a, b) => a - b));
        expect(moments.at(-1) ?? 0).toBeLessThanOrEqual(now.getTime());
      }
    },
  );
});

describe("the full seed in the database", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
    const switches = { seed: "full", now: () => TODAY } as const;
    // Two at once, as when a launcher is started twice.
    const both = await Promise.all([
      startTestSandbox(database, switches),
      startTestSandbox(database, switches),
    ]);
    await Promise.all(both.map((sandbox) => sandbox.close()));
  });
  afterAll(() => database.drop());

  test("has sixty cards in three currencies and three statuses", async () => {
    const [counts] = await database.query(`
      SELECT count(*)::int AS cards, min(id)::text AS first, max(id)::text AS last,
             array_agg(DISTINCT currency ORDER BY currency) AS currencies,
             array_agg(DISTINCT status ORDER BY status) AS statuses
        FROM sandbox.card`);
    expect(counts).toEqual({
      cards: 60,
      first: "12345",
      last: "67890",
      currencies: ["CLP", "GTQ", "USD"],
      statuses: ["ACTIVE", "BLOCKED", "INACTIVE"],
    });
  });

  test("has the cards of note as the README names them", async () => {
    const cards = await database.query(
      `SELECT id::text, holder, status, currency, balance::text FROM sandbox.card
        WHERE id IN (12345, 12348, 12349, 12350, 12351, 12352, 12353, 12354) ORDER BY id`,
    );
    expect(cards.map((card) => Object.values(card).join(" "))).toEqual([
      "12345 Ana López ACTIVE GTQ 2500.0000",
      "12348 Carlos Méndez ACTIVE USD 1234.5600",
      "12349 Lucía Fuentes ACTIVE CLP 185000.0000",
      "12350 Diego Ramírez INACTIVE GTQ 0.0000",
      "12351 Sofía Ajú BLOCKED GTQ 750.0000",
      "12352 Pedro Xicará ACTIVE GTQ 0.0000",
      "12353 Elena Barrios ACTIVE GTQ 1234.5678",
      "12354 Rosa Tzoc ACTIVE GTQ 12345678.9000",
    ]);
  });

  test("adds up on every card: opening and what moved make the balance", async () => {
    const wrong = await database.query(`
      SELECT card.id FROM sandbox.card LEFT JOIN sandbox.transfer ON card_id = card.id
       GROUP BY card.id
      HAVING opening + coalesce(sum(CASE movement_type WHEN 'credit' THEN amount ELSE -amount END)
               FILTER (WHERE transfer.status IN ('liquidated', 'reversed')), 0) <> balance`);
    expect(wrong).toEqual([]);
  });

  test.each(["UTC", "America/Guatemala"])("has the two long months in %s", async (zone) => {
    const counts = await database.query(
      `SELECT card_id::text AS card, count(*)::int AS rows FROM sandbox.transfer
        WHERE card_id IN (12346, 67890)
          AND at >= timestamp '2026-10-01' AT TIME ZONE $1
          AND at < timestamp '2026-11-01' AT TIME ZONE $1
        GROUP BY card_id ORDER BY card_id`,
      [zone],
    );
    expect(counts).toEqual([
      { card: "12346", rows: 10_000 },
      { card: "67890", rows: 100_000 },
    ]);
  });

  test("reaches back fourteen months with every sort of movement", async () => {
    const [range] = await database.query(`
      SELECT to_char(min(at), 'YYYY-MM') AS first, to_char(max(at), 'YYYY-MM-DD') AS last,
             array_agg(DISTINCT type ORDER BY type) AS types,
             array_agg(DISTINCT status ORDER BY status) AS statuses,
             array_agg(DISTINCT model ORDER BY model) AS models
        FROM sandbox.transfer`);
    expect(range).toEqual({
      first: "2025-10",
      last: "2026-11-22",
      types: [
        "adjustment",
        "balanceTransfertoUser",
        "ecommercePurchase",
        "posPurchase",
        "refund",
        "topUp",
      ],
      statuses: ["approved", "denied", "liquidated", "reversed"],
      models: ["reversed", "settlement"],
    });
  });

  test("gives both sides of a card-to-card transfer the same moment and amount", async () => {
    const [odd] = await database.query(`
      SELECT count(*)::int AS lone FROM (
        SELECT at, amount FROM sandbox.transfer WHERE type = 'balanceTransfertoUser'
         GROUP BY at, amount
        HAVING count(*) FILTER (WHERE movement_type = 'credit')
            <> count(*) FILTER (WHERE movement_type = 'debit')) AS lonely`);
    expect(odd).toEqual({ lone: 0 });
  });

  test("is not made again by a later start, and the long month is answered whole", async () => {
    const sandbox = await startTestSandbox(database, { seed: "full", now: () => TODAY });
    const { accessToken: token } = await sandbox.login();
    const reply = await sandbox.call("GET", "/cards/67890/transfers/10/2026", { token });
    expect(reply.status).toBe(200);
    const rows: unknown = JSON.parse(reply.text).data;
    expect(rows).toHaveLength(100_000);
    const [count] = await database.query("SELECT count(*)::int AS times FROM sandbox.meta");
    expect(count).toEqual({ times: 1 });
    expect((await sandbox.call("GET", "/cards/12345", { token })).data).toMatchObject({
      balance: "2500.00",
    });
    await sandbox.close();
  });
});
