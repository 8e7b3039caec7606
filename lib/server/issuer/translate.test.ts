import { describe, expect, it } from "vitest";

import { Currency } from "@/lib/domain/currency";
import { CardId } from "@/lib/domain/ids";
import { money } from "@/lib/domain/money";
import { parseJson } from "@/lib/wire/json";

import { cardFromWire, feedFromWire } from "./translate";

const GTQ = Currency.parse("GTQ");
const id = CardId.parse("12345");
const card = (json: string) => cardFromWire(parseJson(json), id);
const feed = (json: string, currency: string | null = "GTQ") =>
  feedFromWire(parseJson(json), currency);
const row = (json: string, currency: string | null = "GTQ") =>
  feed(`[${json}]`, currency)?.movements[0];

describe("a card of the issuer", () => {
  it("is read with all of its fields", () => {
    expect(
      card(
        '{"cardId":12345,"maskedPan":"528209******2345","holder":"Ana","status":"ACTIVE","currency":"GTQ","balance":1234.5678}',
      ),
    ).toEqual({
      id,
      holder: "Ana",
      maskedNumber: "528209******2345",
      lastFour: "2345",
      status: "active",
      issuerStatus: "ACTIVE",
      currency: "GTQ",
      balance: money(12_345_678n, GTQ),
    });
  });

  it.each([
    ['{"cardId":"12345"}', { balance: null, currency: null, status: "other", holder: null }],
    [
      '{"cardId":1,"balance":null,"holder":null,"status":null,"currency":null,"maskedPan":null}',
      { balance: null, holder: null },
    ],
    ['{"cardId":1,"balance":"10.50","currency":"GTQ"}', { balance: money(105_000n, GTQ) }],
    ['{"cardId":1,"balance":-0.5,"currency":"GTQ"}', { balance: money(-5_000n, GTQ) }],
    ['{"cardId":1,"balance":10,"currency":"XXQ"}', { balance: null, currency: "XXQ" }],
    ['{"cardId":1,"balance":0.00001,"currency":"GTQ"}', { balance: null }],
    ['{"cardId":1,"status":"FROZEN","new":[1]}', { status: "other", issuerStatus: "FROZEN" }],
    ['{"cardId":1,"status":"blocked"}', { status: "blocked" }],
    ['{"cardId":1,"maskedPan":"****"}', { lastFour: null, maskedNumber: "****" }],
  ])("%s is read as far as it says something", (json, expected) => {
    expect(card(json)).toMatchObject(expected);
  });

  it("is masked where the issuer did not", () => {
    expect(
      card('{"cardId":1,"maskedPan":"4111111111111111","holder":"Ana 4111 1111 1111 1111"}'),
    ).toMatchObject({
      maskedNumber: "************1111",
      lastFour: "1111",
      holder: "Ana **** **** **** 1111",
    });
  });

  it.each(["null", "[]", "{}", '"card"', '{"cardId":null}', '{"cardId":1,"balance":"lots"}'])(
    "is not %s",
    (json) => {
      expect(card(json)).toBeNull();
    },
  );
});

describe("the feed of the issuer", () => {
  it("is read from a bare list and from each page object", () => {
    const one = '[{"id":7,"amount":1.50}]';
    for (const json of [
      one,
      `{"items":${one}}`,
      `{"transfers":${one}}`,
      `{"data":${one},"total":1}`,
    ]) {
      expect(feed(json)).toMatchObject({
        movements: [expect.objectContaining({ id: "7", amount: money(15_000n, GTQ) })],
        unreadableCount: 0,
      });
    }
  });

  it.each(["null", "{}", '{"rows":[]}', '"none"', "7"])("is no list in %s", (json) => {
    expect(feed(json)).toBeNull();
  });

  it("counts rows that cannot be read and keeps the others", () => {
    const json =
      '[{"amount":1},{"amount":"x"},{},null,7,{"amount":1,"currency":"QQQ"},{"amount":0.00001},{"amount":2}]';
    expect(feed(json)).toMatchObject({
      unreadableCount: 6,
      movements: [{ amount: { units: 10_000n } }, { amount: { units: 20_000n } }],
    });
  });

  it("is shown without the card numbers that stand in its texts", () => {
    expect(row('{"amount":1,"description":"To 4111111111111111"}')).toMatchObject({
      text: "To ************1111",
    });
  });

  it("reads no amount whose currency nobody names", () => {
    expect(feed('[{"amount":1}]', null)).toMatchObject({ movements: [], unreadableCount: 1 });
  });

  it.each([
    ['{"amount":5,"movementType":"credit"}', "in", 50_000n],
    ['{"amount":5,"movementType":"debit"}', "out", 50_000n],
    ['{"amount":-5}', "out", 50_000n],
    ['{"amount":-5,"movementType":"debit"}', "out", 50_000n],
    ['{"amount":5}', "unknown", 50_000n],
    ['{"amount":5,"movementType":"transfer"}', "unknown", 50_000n],
    ['{"amount":5,"movementType":null}', "unknown", 50_000n],
  ])("reads the direction of %s as %s", (json, flow, units) => {
    expect(row(json)).toMatchObject({ flow, amount: { units } });
  });

  it("keeps words that nobody knows, and nulls as nulls", () => {
    const json =
      '{"id":null,"amount":1,"type":"brandNew","status":"odd","reference":null,"description":"d","observations":null,"createdAt":null}';
    expect(row(json)).toMatchObject({
      id: null,
      type: "brandNew",
      status: "odd",
      reference: null,
      text: "d",
      at: null,
    });
  });

  it.each([
    ["2026-04-18T16:00:00Z", "2026-04-18T16:00:00.000Z"],
    ["2026-04-18T10:00:00-06:00", "2026-04-18T16:00:00.000Z"],
    ["2026-04-18T10:00:00-0600", "2026-04-18T16:00:00.000Z"],
    ["2026-04-18T16:00:00", "2026-04-18T16:00:00.000Z"],
    ["2026-04-18 16:00:00", "2026-04-18T16:00:00.000Z"],
    ["2026-04-18 16:00", "2026-04-18T16:00:00.000Z"],
    ["2026-04-18T16:00:00.123456", "2026-04-18T16:00:00.123Z"],
    ["2026-04-18", "2026-04-18T00:00:00.000Z"],
    ["yesterday", null],
    ["", null],
  ])("reads the time %j as %s, in whatever zone this machine is", (createdAt, at) => {
    expect(row(JSON.stringify({ createdAt, amount: "1" }))?.at ?? null).toBe(at);
  });

  it("reads a hundred thousand rows without losing a digit", () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `{"id":${n},"amount":${n}.07}`).join(
      ",",
    );
    const read = feed(`[${rows}]`);
    expect(read?.movements).toHaveLength(100_000);
    expect(read?.movements[99_999]).toMatchObject({ id: "99999", amount: { units: 999_990_700n } });
  });
});
