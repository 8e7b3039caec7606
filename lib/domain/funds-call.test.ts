import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Currency } from "./currency";
import { fundsCall } from "./funds-call";
import { CardId, Reference } from "./ids";
import { money } from "./money";
import type { OperationRequest } from "./operation";

const card = CardId.parse("12345");
const amount = money(1_000_000n, Currency.parse("GTQ"));

const channel: OperationRequest = {
  mode: "channel",
  direction: "ADD_FUNDS",
  amount,
  reference: Reference.parse("TOPUP-2026-04-18-001"),
  channel: "MOBILE",
  description: "Monthly top-up",
  customKeys: { campaign: "loyalty-april" },
};
const adjustment: OperationRequest = {
  mode: "adjustment",
  direction: "WITHDRAW_FUNDS",
  amount: money(500_000n, Currency.parse("GTQ")),
  reference: Reference.parse("WD-2026-04-18-001"),
  observations: "Customer requested refund to bank account",
  reasonCode: "goodwill",
};

describe("the request of an operation", () => {
  it("is a POST for the channel mode, with the digits of the amount as they are", () => {
    expect(fundsCall(card, channel)).toEqual({
      method: "POST",
      path: "/cards/12345/funds",
      body: '{"amount":100.00,"operation":"ADD_FUNDS","channel":"MOBILE","reference":"TOPUP-2026-04-18-001","currency":"GTQ","description":"Monthly top-up","customKeys":{"campaign":"loyalty-april"}}',
    });
  });

  it("is a PUT for an adjustment, and our reason is not sent", () => {
    expect(fundsCall(card, adjustment)).toEqual({
      method: "PUT",
      path: "/cards/12345/funds",
      body: '{"amount":50.00,"operation":"WITHDRAW_FUNDS","reference":"WD-2026-04-18-001","currency":"GTQ","observations":"Customer requested refund to bank account"}',
    });
  });

  it("leaves out the description and the custom keys that nobody typed", () => {
    const { body } = fundsCall(card, { ...channel, description: null, customKeys: {} });
    expect(body).toBe(
      '{"amount":100.00,"operation":"ADD_FUNDS","channel":"MOBILE","reference":"TOPUP-2026-04-18-001","currency":"GTQ"}',
    );
  });

  it.each([
    [199_900n, "GTQ", "19.99"],
    [700n, "GTQ", "0.07"],
    [12_345_600n, "GTQ", "1234.56"],
    [15_000_000n, "CLP", "1500"],
    [10n, "KWD", "0.001"],
    [9_999_999_999_999_900n, "GTQ", "999999999999.99"],
  ])("writes %s units of %s as %s", (units, code, digits) => {
    const { body } = fundsCall(card, { ...channel, amount: money(units, Currency.parse(code)) });
    expect(body.startsWith(`{"amount":${digits},"operation"`)).toBe(true);
  });

  it("is the same request when it is spaced for people", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
        fc.string(),
        (customKeys, description) => {
          const request: OperationRequest = { ...channel, customKeys, description };
          const shown: unknown = JSON.parse(fundsCall(card, request, 2).body);
          expect(shown).toEqual(JSON.parse(fundsCall(card, request).body));
        },
      ),
    );
  });

  it("cannot be broken out of by any text in it", () => {
    const observations = '","amount":1,"x":"\\"\n\u2028';
    const sent: unknown = JSON.parse(fundsCall(card, { ...adjustment, observations }).body);
    expect(sent).toEqual({
      amount: 50,
      operation: "WITHDRAW_FUNDS",
      reference: "WD-2026-04-18-001",
      currency: "GTQ",
      observations,
    });
  });
});
